"""Reads and writes the code of a clearance certificate by nothing but its standards: Base45 (RFC 9285), CBOR (RFC 8949),
COSE (RFC 9052 and 9053), CWT (RFC 8392).

clearance.py read CODE ISSUER_SPKI UNIT_PKCS8    prints what the code says and who holds it, as JSON
clearance.py write CLAIMS ISSUER_PKCS8 UNIT_SPKI prints a code with these claims, a JSON object

Keys are DER in hexadecimal digits.
"""

import hashlib
import json
import os
import sys

import cbor2
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PREFIX = "ETC1:"
CERTIFICATE = -65537
HOLDER = 9


def base45_decode(text):
    data = b""
    for at in range(0, len(text), 3):
        chunk = text[at:at + 3]
        number = sum(ALPHABET.index(sign) * 45**power for power, sign in enumerate(chunk))
        data += number.to_bytes(len(chunk) - 1, "big")
    return data


def base45_encode(data):
    text = ""
    for at in range(0, len(data), 2):
        chunk = data[at:at + 2]
        number = int.from_bytes(chunk, "big")
        for _ in range(len(chunk) + 1):
            number, sign = divmod(number, 45)
            text += ALPHABET[sign]
    return text


def key_id(spki):
    return hashlib.sha256(spki).digest()[:8]


def spki_of(key):
    return key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def to_be_signed(protected, payload):
    return cbor2.dumps(["Signature1", protected, b"", payload])


def content_key(private, public, recipient_protected):
    context = cbor2.dumps([1, [None, None, None], [None, None, None], [128, recipient_protected]])
    shared = private.exchange(ec.ECDH(), public)
    return HKDF(algorithm=hashes.SHA256(), length=16, salt=None, info=context).derive(shared)


def authenticated(protected, cti):
    return cbor2.dumps(["Encrypt", protected, cti])


def read(code, issuer_spki, unit_pkcs8):
    assert code.startswith(PREFIX)
    signed = cbor2.loads(base45_decode(code[len(PREFIX):]))
    assert signed.tag == 18
    protected, unprotected, payload, signature = signed.value
    header = cbor2.loads(protected)
    assert header == {1: -7, 4: key_id(issuer_spki)} and unprotected == {}
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    assert len(signature) == 64 and s <= ORDER // 2
    serialization.load_der_public_key(issuer_spki).verify(
        utils.encode_dss_signature(r, s), to_be_signed(protected, payload), ec.ECDSA(hashes.SHA256()))

    claims = cbor2.loads(payload)
    assert cbor2.dumps(claims, canonical=True) == payload
    holder = decrypt(claims[CERTIFICATE].pop(HOLDER), claims[7], unit_pkcs8)
    claims[7] = claims[7].hex()
    return {"claims": claims, "holder": holder}


def decrypt(encrypted, cti, unit_pkcs8):
    assert encrypted.tag == 96
    protected, unprotected, ciphertext, [[recipient_protected, recipient, nothing]] = encrypted.value
    assert cbor2.loads(protected) == {1: 1} and cbor2.loads(recipient_protected) == {1: -25} and nothing == b""
    unit = serialization.load_der_private_key(unit_pkcs8, None)
    assert recipient[4] == key_id(spki_of(unit))
    key = recipient[-1]
    assert key[1] == 2 and key[-1] == 1 and isinstance(key[-3], bool)
    point = (b"\x03" if key[-3] else b"\x02") + key[-2]
    ephemeral = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    cipher = AESGCM(content_key(unit, ephemeral, recipient_protected))
    return cbor2.loads(cipher.decrypt(unprotected[5], ciphertext, authenticated(protected, cti)))


def write(asked, issuer_pkcs8, unit_spki):
    issuer = serialization.load_der_private_key(issuer_pkcs8, None)
    cti = bytes.fromhex(asked["id"])
    certificate = {int(key): value for key, value in asked["certificate"].items()}
    holder = {int(key): value for key, value in asked["holder"].items()}
    certificate[HOLDER] = encrypt(holder, cti, unit_spki)
    claims = {1: "EG", 4: asked["expires"], 6: asked["issued"], 7: cti, CERTIFICATE: certificate}
    protected = cbor2.dumps({1: -7, 4: key_id(spki_of(issuer))}, canonical=True)
    payload = cbor2.dumps(claims, canonical=True)
    r, s = utils.decode_dss_signature(issuer.sign(to_be_signed(protected, payload), ec.ECDSA(hashes.SHA256())))
    signature = r.to_bytes(32, "big") + min(s, ORDER - s).to_bytes(32, "big")
    return PREFIX + base45_encode(cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]), canonical=True))


def encrypt(holder, cti, unit_spki):
    ephemeral = ec.generate_private_key(ec.SECP256R1())
    numbers = ephemeral.public_key().public_numbers()
    protected, recipient_protected = cbor2.dumps({1: 1}), cbor2.dumps({1: -25})
    key = {1: 2, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y % 2 == 1}
    unit = serialization.load_der_public_key(unit_spki)
    cipher, nonce = AESGCM(content_key(ephemeral, unit, recipient_protected)), os.urandom(12)
    ciphertext = cipher.encrypt(nonce, cbor2.dumps(holder, canonical=True), authenticated(protected, cti))
    recipient = [recipient_protected, {-1: key, 4: key_id(unit_spki)}, b""]
    return cbor2.CBORTag(96, [protected, {5: nonce}, ciphertext, [recipient]])


if __name__ == "__main__":
    task, what, issuer, unit = sys.argv[1:]
    if task == "read":
        print(json.dumps(read(what, bytes.fromhex(issuer), bytes.fromhex(unit)), ensure_ascii=True))
    else:
        print(write(json.loads(what), bytes.fromhex(issuer), bytes.fromhex(unit)))
