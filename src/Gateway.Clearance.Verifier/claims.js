"use strict";

// What a code says (RFC 8392), read strictly: each member there and of its form, and no others.
const Claims = (() => {
  const issuer = "EG";
  const certificate = -65537;
  const idBytes = 8;
  const vehicle = 1;
  const licence = 2;
  const nothingOutstanding = 1;
  const maxPlateKind = 9;
  // Two or three of the letters in use and up to four digits; before 2008 digits only, within a governorate.
  const plate = /^[ابجدرسصطعفقلمنهوى]( [ابجدرسصطعفقلمنهوى]){1,2} [0-9]{1,4}$/;
  const oldPlate = /^[0-9]{1,7}$/;
  const governorates = [
    "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "22", "23", "24", "25", "26",
    "27", "28", "29", "31", "32", "33", "34", "35",
  ];
  // Table of a weakly totally anti-symmetric quasigroup (Damm, 2004).
  const damm = [
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017",
    "9438617205", "2581436790",
  ];

  /** The claims; null where they are not of their form. */
  function read(payload) {
    try {
      return readAll(Cbor.decode(payload));
    } catch (e) {
      if (e instanceof CborError) return null;
      throw e;
    }
  }

  function readAll(item) {
    const [iss, exp, iat, cti, own] = Shape.members(item, [1, 4, 6, 7, certificate]);
    const [number, kind, subject, branch, sheet, result, holder, plateKind, governorate] =
      Shape.withOptional(own, [1, 2, 3, 6, 7, 8], [9, 11, 12]);
    const claims = {
      issuer: iss,
      id: Bytes.toHex(Shape.bytes(cti, idBytes)),
      asOf: Shape.seconds(iat),
      expires: Shape.seconds(exp),
      number: Shape.text(number, 15),
      kind: Shape.int(kind),
      subject: Shape.text(subject, 20),
      plateKind: plateKind === undefined ? null : Shape.int(plateKind),
      governorate: governorate === undefined ? null : Shape.text(governorate, 2),
      branch: Shape.text(branch, 5),
      sheet: Shape.text(sheet, 20),
      result: Shape.int(result),
      hasHolder: holder !== undefined,
    };
    if (holder !== undefined) Encrypted.requireForm(holder);
    Shape.require(isSound(claims), "claims that cannot be");
    return claims;
  }

  function isSound(claims) {
    return claims.issuer === issuer
      && claims.expires > claims.asOf
      && isRecordNumber(claims.number)
      && /^[0-9]{5}$/.test(claims.branch)
      && /^[A-Z0-9][A-Z0-9-]{2,18}[A-Z0-9]$/.test(claims.sheet)
      && claims.result === nothingOutstanding
      && (isVehicle(claims) || isLicence(claims));
  }

  function isVehicle(claims) {
    return claims.kind === vehicle
      && claims.plateKind >= 1 && claims.plateKind <= maxPlateKind
      && (claims.governorate === null
        ? plate.test(claims.subject)
        : oldPlate.test(claims.subject) && governorates.includes(claims.governorate));
  }

  function isLicence(claims) {
    return claims.kind === licence
      && claims.plateKind === null && claims.governorate === null
      && /^[0-9]{4}$/.test(claims.subject);
  }

  // Day, eight random digits, check digit.
  function isRecordNumber(number) {
    if (!/^[0-9]{15}$/.test(number)) return false;
    const [year, month, day] = [0, 2, 4].map((at) => Number(number.slice(at, at + 2)));
    const date = new Date(Date.UTC(2000 + year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
      && [...number].reduce((row, digit) => Number(damm[row][digit]), 0) === 0;
  }

  return Object.freeze({ read, vehicle, licence });
})();
