"use strict";

// Every word of the page in both languages: Arabic, then English.
const Strings = (() => {
  const texts = {
    authority: ["النيابة العامة · نيابة المرور", "Public Prosecution · Traffic"],
    title: ["التحقق من شهادة براءة الذمة", "Check a clearance certificate"],
    promise: ["تعمل هذه الصفحة دون شبكة ولا ترسل شيئًا.", "This page works without a network and sends nothing."],
    otherLanguage: ["English", "العربية"],
    scan: ["امسح الرمز بالكاميرا", "Scan the code with the camera"],
    picture: ["اقرأ الرمز من صورة", "Read the code from a picture"],
    paste: ["أو ألصق نص الرمز", "Or paste the text of the code"],
    pasteField: ["نص الرمز، ويبدأ بـ ETC1:", "Text of the code; it begins with ETC1:"],
    check: ["تحقق", "Check"],
    again: ["تحقق من شهادة أخرى", "Check another certificate"],
    aim: ["ضع الرمز داخل الإطار", "Hold the code inside the frame"],
    stopCamera: ["إيقاف الكاميرا", "Stop the camera"],
    light: ["الضوء", "Light"],
    searching: ["جارٍ البحث عن الرمز في الصورة…", "Looking for the code in the picture…"],
    starting: ["جارٍ تشغيل الكاميرا…", "Starting the camera…"],

    NOT_FOUND: [
      "لم يوجد رمز في الصورة. صوّر الرمز عن قرب، في ضوء كافٍ ودون ظل.",
      "There is no code in the picture that can be read. Take it from closer, in good light, without a shadow."],
    NOT_A_PICTURE: ["تعذر فتح هذا الملف كصورة.", "This file cannot be opened as a picture."],
    CAMERA_DENIED: [
      "لم يُسمح باستخدام الكاميرا. اسمح بها في إعدادات المتصفح، أو صوّر الشهادة ثم اقرأ الرمز من الصورة.",
      "The camera may not be used. Allow it in the browser's settings, or photograph the certificate and read the "
        + "code from the picture."],
    CAMERA_MISSING: [
      "لا توجد كاميرا متاحة لهذه الصفحة. صوّر الشهادة ثم اقرأ الرمز من الصورة.",
      "There is no camera that this page can use. Photograph the certificate and read the code from the picture."],
    CAMERA_FAILED: [
      "تعذر تشغيل الكاميرا؛ ربما يستخدمها برنامج آخر. صوّر الشهادة ثم اقرأ الرمز من الصورة.",
      "The camera does not start; another program may be using it. Photograph the certificate and read the code from "
        + "the picture."],
    BROWSER_TOO_OLD: [
      "هذا المتصفح لا يستطيع التحقق من التوقيعات. افتح الصفحة بإصدار حديث من كروم أو فايرفوكس أو سفاري.",
      "This browser cannot verify signatures. Open the page with a recent Chrome, Firefox or Safari."],
    PROGRAM_FAILED: [
      "خطأ في الصفحة أو في المتصفح. أعد فتح الصفحة.", "The page or the browser failed. Open the page again."],
    STORAGE_MISSING: [
      "لا يحفظ هذا المتصفح القوائم: حمّلها من جديد كلما فتحت الصفحة.",
      "This browser does not keep lists: load them again whenever the page is opened."],

    compare: ["قارن بالورقة", "Compare with the paper"],
    compareWhy: [
      "النسخة المصورة من رمز صحيح تظهر صحيحة أيضًا. ما يظهر هنا هو المعتمد لا المطبوع.",
      "A photocopy of a genuine code verifies too. What stands here prevails over the print."],
    same: ["مطابق", "Same"],
    differs: ["غير مطابق", "Different"],
    compared: ["طابقت الورقةُ الرمزَ", "The paper is that of the code"],
    values: ["بيانات الرمز", "What the code says"],
    cairoTime: ["الأوقات بتوقيت القاهرة", "Times are those of Cairo"],
    plate: ["رقم اللوحة", "Plate"],
    licence: ["آخر أربعة أرقام من رخصة القيادة", "Last four digits of the driving licence"],
    sheet: ["رقم الورقة المؤمنة", "Security sheet No."],
    plateKind: ["نوع المركبة", "Vehicle class"],
    governorate: ["محافظة اللوحة", "Governorate of the plate"],
    number: ["رقم الشهادة", "Certificate No."],
    kind: ["عن", "For"],
    result: ["النتيجة", "Result"],
    result1: ["لا توجد مخالفات مستحقة", "No fine outstanding"],
    asOf: ["الحالة في", "As of"],
    asOfNote: ["ما سُجل بعده من مخالفات لا يظهر هنا", "A fine recorded later is not seen here"],
    expires: ["صالحة حتى", "Valid until"],
    branch: ["صادرة من مكتب بريد رقم", "Issued at post office"],
    holder: ["صاحب الشهادة", "Holder"],
    holderThere: [
      "بياناته مشفرة في الرمز، وتقرؤها وحدات المرور وحدها", "Encrypted in the code, for traffic units only"],
    holderMissing: ["ليس في الرمز", "Not in the code"],
    issuer: ["جهة الإصدار", "Issuer"],
    id: ["معرف الرمز", "Identifier of the code"],
    keyId: ["مفتاح التوقيع", "Signing key"],
    checked: ["وقت التحقق", "Checked"],
    reason: ["السبب", "Reason"],
    kind1: ["مركبة", "Vehicle"],
    kind2: ["رخصة قيادة", "Driving licence"],

    lists: ["القوائم", "Lists"],
    trustList: ["قائمة الثقة", "Trust list"],
    revocationList: ["قائمة الإلغاء", "Revocation list"],
    listNumber: ["رقم", "No."],
    listUntil: ["سارية حتى", "in date until"],
    listOver: ["انتهت في", "out of date since"],
    listLater: ["تاريخها بعد ساعة الجهاز", "it is from later than this device's clock"],
    listNone: ["غير موجودة", "there is none"],
    listFrom: ["من", "of"],
    listCodes: ["رموز", "codes"],
    loadLists: ["حمّل قوائم أحدث", "Load newer lists"],
    TAKEN: ["حُمّلت القائمة.", "The list was taken."],
    OLDER: ["رُفضت: أقدم من القائمة الموجودة.", "Refused: it is older than the list that is here."],
    NOT_SIGNED: ["رُفضت: غير موقعة بمفتاح موثوق.", "Refused: it is not signed by a trusted key."],
    NOT_A_LIST: ["رُفضت: ليست قائمة.", "Refused: it is no list."],
    NEEDS_TRUST_LIST: ["حمّل قائمة الثقة أولًا.", "Load the trust list first."],
  };

  // Title and advice.
  const verdicts = {
    GENUINE: [
      ["صحيحة وسارية", "يعتد بها إذا طابقت الورقة ما يظهر هنا."],
      ["GENUINE", "It counts, if the paper is that of the code."]],
    GENUINE_REVOCATION_UNKNOWN: [
      ["صحيحة، ولم يتم التحقق من الإلغاء", "احصل على قائمة إلغاء حديثة أو تحقق عبر الشبكة."],
      ["GENUINE, REVOCATION UNKNOWN", "Load a revocation list of today, or check it online."]],
    EXPIRED: [
      ["منتهية الصلاحية", "كانت صحيحة وانتهت صلاحيتها: لا يعتد بها."],
      ["EXPIRED", "It was genuine; its validity has ended: it does not count."]],
    REVOKED: [
      ["ملغاة", "صدرت ثم ألغيت: لا يعتد بها."],
      ["REVOKED", "It was issued and then revoked: it does not count."]],
    SUPERSEDED: [
      ["استبدلت بورقة أخرى", "أعيدت طباعتها على ورقة أخرى: لا يعتد بهذه الورقة."],
      ["SUPERSEDED", "The certificate was printed again on another sheet: this one does not count."]],
    FORGED: [
      ["مزورة أو معدلة", "هذا الرمز لم توقعه النيابة. تحفظ على الورقة."],
      ["ALTERED OR FORGED", "The prosecution did not sign this code. Keep the paper."]],
    NOT_A_CERTIFICATE: [
      ["ليست شهادة", "هذا ليس رمز شهادة براءة ذمة."],
      ["NOT A CERTIFICATE", "This is not the code of a clearance certificate."]],
    CLOCK_WRONG: [
      ["ساعة الجهاز غير مضبوطة", "لا يمكن الحكم: اضبط تاريخ الجهاز وساعته."],
      ["CLOCK WRONG", "Nothing can be said: set date and time of this device."]],
    TRUST_OUTDATED: [
      ["قائمة الثقة منتهية", "لا يمكن الحكم: حمّل قائمة ثقة حديثة."],
      ["TRUST LIST OUT OF DATE", "Nothing can be said: load a new trust list."]],
    CANNOT_CHECK: [
      ["تعذر التحقق", "لا يمكن الحكم: لا تقبل الورقة ولا ترفضها على هذا الأساس."],
      ["CANNOT CHECK", "Nothing can be said, neither for nor against the paper."]],
    PAPER_DIFFERS: [
      ["الورقة غير مطابقة", "الرمز صحيح لكنه ليس لهذه الورقة: لا يعتد بها. تحفظ على الورقة."],
      ["THE PAPER DIFFERS", "The code is genuine, but not of this paper: it does not count. Keep the paper."]],
  };

  const reasons = {
    PREFIX_MISSING: ["لا يبدأ النص كما تبدأ رموز الشهادات", "The text does not begin as a code does"],
    TOO_LONG: ["النص أطول من أي رمز", "The text is longer than any code"],
    NOT_BASE45: ["في النص ما لا يكون في رمز", "The text has what no code has"],
    NOT_CBOR: ["محتوى الرمز غير مقروء", "What is in the code cannot be read"],
    TRAILING_BYTES: ["أضيف شيء بعد نهاية الرمز", "Something was added behind the code"],
    DUPLICATE_KEYS: ["بيان مكرر في الرمز", "A member is there twice"],
    NOT_CANONICAL: ["كُتب الرمز على غير صورته الوحيدة", "It is not written in its one form"],
    NOT_TAGGED: ["ليس رسالة موقعة", "It is no signed message"],
    HEADER_WRONG: ["ترويسة الرمز ليست لشهادة", "Its header is not that of a certificate"],
    KEY_UNKNOWN: ["وقعه مفتاح غير معروف", "An unknown key signed it"],
    SIGNATURE_NOT_LOW_S: ["التوقيع صورة ثانية من توقيع آخر", "The signature is the second form of another one"],
    SIGNATURE_WRONG: ["التوقيع خطأ", "The signature is wrong"],
    KEY_NOT_VALID_THEN: ["لم يكن المفتاح ساريًا وقت الإصدار", "The key was not valid at its time"],
    CLAIMS_WRONG: ["البيانات الموقعة ليست لشهادة", "What is signed are not the claims of a certificate"],
    NOT_YET_VALID: ["تاريخ الشهادة بعد ساعة الجهاز", "The certificate is from later than the clock says"],
    CLOCK_BEFORE_TRUST_LIST: ["تاريخ قائمة الثقة بعد ساعة الجهاز", "The trust list is from later than the clock says"],
    CLOCK_BEFORE_REVOCATION_LIST: [
      "تاريخ قائمة الإلغاء بعد ساعة الجهاز", "The revocation list is from later than the clock says"],
    TRUST_LIST_OUTDATED: ["انتهت مدة قائمة الثقة", "The trust list is past its date"],
    TRUST_LIST_MISSING: ["لا توجد قائمة ثقة: حمّل واحدة", "There is no trust list: load one"],
    REVOCATION_LIST_MISSING: ["لا توجد قائمة إلغاء", "There is no revocation list"],
    REVOCATION_LIST_OUTDATED: ["انتهت مدة قائمة الإلغاء", "The revocation list is past its date"],
    PROGRAM_FAILED: ["خطأ في الصفحة أو في المتصفح", "The page or the browser failed"],
  };

  const plateKinds = [
    ["ملاكي", "Private car"], ["أجرة", "Taxi"], ["نقل", "Goods transport"], ["أتوبيس", "Bus"],
    ["دراجة نارية", "Motorcycle"], ["جرار", "Tractor"], ["مقطورة", "Trailer"], ["هيئة دبلوماسية", "Diplomatic corps"],
    ["جمرك", "Customs"],
  ];

  const governorates = {
    "01": ["القاهرة", "Cairo"], "02": ["الإسكندرية", "Alexandria"], "03": ["بورسعيد", "Port Said"],
    "04": ["السويس", "Suez"], "11": ["دمياط", "Damietta"], "12": ["الدقهلية", "Dakahlia"],
    "13": ["الشرقية", "Sharqia"], "14": ["القليوبية", "Qalyubia"], "15": ["كفر الشيخ", "Kafr El Sheikh"],
    "16": ["الغربية", "Gharbia"], "17": ["المنوفية", "Monufia"], "18": ["البحيرة", "Beheira"],
    "19": ["الإسماعيلية", "Ismailia"], "21": ["الجيزة", "Giza"], "22": ["بني سويف", "Beni Suef"],
    "23": ["الفيوم", "Fayoum"], "24": ["المنيا", "Minya"], "25": ["أسيوط", "Asyut"], "26": ["سوهاج", "Sohag"],
    "27": ["قنا", "Qena"], "28": ["أسوان", "Aswan"], "29": ["الأقصر", "Luxor"], "31": ["البحر الأحمر", "Red Sea"],
    "32": ["الوادي الجديد", "New Valley"], "33": ["مطروح", "Matrouh"], "34": ["شمال سيناء", "North Sinai"],
    "35": ["جنوب سيناء", "South Sinai"],
  };

  let language = 0;

  return Object.freeze({
    /** "ar" or "en". */
    language: () => (language === 0 ? "ar" : "en"),
    switchLanguage() {
      language = 1 - language;
    },
    text: (name) => texts[name][language],
    has: (name) => name in texts,
    /** Title and advice of a verdict in the language of the page, and its title in the other. */
    verdict: (name) => ({
      title: verdicts[name][language][0],
      advice: verdicts[name][language][1],
      otherTitle: verdicts[name][1 - language][0],
    }),
    /** Empty where the verdict says it all. */
    reason: (name) => reasons[name]?.[language] ?? "",
    plateKind: (number) => plateKinds[number - 1][language],
    governorate: (code) => governorates[code][language],
    /** ASCII digits as Arabic ones. */
    arabicDigits: (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  });
})();
