INSERT INTO violation_code (code, description_ar, description_en, law_article, minimum_amount, maximum_amount)
SELECT @Code, @DescriptionAr, @DescriptionEn, @LawArticle, @MinimumAmount, @MaximumAmount
WHERE NOT EXISTS (SELECT 1 FROM violation_code WHERE code = @Code)
