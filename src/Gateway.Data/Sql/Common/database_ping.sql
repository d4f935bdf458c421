SELECT COUNT(*) AS Scripts FROM schema_script
