SELECT COUNT(*) FROM clearance_sheet WHERE sheet_serial = @SheetSerial
