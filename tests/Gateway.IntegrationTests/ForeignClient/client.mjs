// Calls the gateway as a postal system in another language would, and checks the evidence with Node's own crypto only.
// usage: node client.mjs ADDRESS PKI_DIR PROTO_DIR PROBE_PROTO_DIR CASE
// Prints one JSON object: what the call brought and what the statement says of it.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const [address, pki, protos, probeProtos, scenario] = process.argv.slice(2);
const read = (name) => readFileSync(join(pki, name));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

const types = loader.loadSync(
  ['traffic/gateway/v1/fines.proto', 'traffic/gateway/v1/evidence.proto', 'traffic/gateway/testing/v1/probe.proto'],
  { includeDirs: [protos, join(protos, 'third_party'), probeProtos], keepCase: true, longs: String, enums: String, defaults: true });
const credentials = grpc.credentials.createSsl(read('server-root.pem'), read('branch-00001.key'), read('branch-00001.pem'));
const evidenceType = types['traffic.gateway.v1.ResponseEvidence'];
const fines = types['traffic.gateway.v1.FinesInquiryService'];
const probe = types['traffic.gateway.testing.v1.ProbeService'];

// A plain client: requests and responses are bytes, so that what is hashed is what stood on the wire.
const options = scenario === 'gzip' ? { 'grpc.default_compression_algorithm': 2 } : {};
const client = new grpc.Client(address, credentials, options);

function call(path, requestBytes, serverTimeout = '10S') {
  const nonce = randomBytes(16);
  const metadata = new grpc.Metadata();
  metadata.set('call-nonce-bin', nonce);
  metadata.set('grpc-timeout', serverTimeout);
  return new Promise((resolve) => {
    let response = null;
    const unary = client.makeUnaryRequest(
      path, (bytes) => bytes, (bytes) => bytes, requestBytes, metadata,
      (error, bytes) => { response = error ? null : bytes; });
    unary.on('status', (status) => resolve({ path, requestBytes, nonce, response, status }));
  });
}

function check({ path, requestBytes, nonce, response, status }) {
  const [trailer] = status.metadata.get('response-evidence-bin');
  if (!trailer) return { code: status.code, evidence: false };
  const evidence = evidenceType.deserialize(trailer);
  const statement = JSON.parse(evidence.statement.toString('ascii'));
  const batch = evidence.batch.toString('ascii').split('\n');
  const [details] = status.metadata.get('grpc-status-details-bin');
  return {
    code: status.code,
    evidence: true,
    statement,
    inBatch: batch.slice(4, -1).includes(sha256(evidence.statement)),
    originAgrees: batch[1] === statement.gateway,
    methodAgrees: statement.method === path,
    nonceAgrees: statement.call_nonce === nonce.toString('hex'),
    requestAgrees: statement.request_count === 1 && statement.request_sha256 === sha256(requestBytes),
    responseAgrees: response
      ? statement.response_count === 1 && statement.response_sha256 === sha256(response)
      : statement.response_count === 0 && statement.response_sha256 === sha256(Buffer.alloc(0)),
    statusAgrees: statement.status_code === status.code && statement.status_message === status.details,
    detailsAgree: details ? statement.status_details_sha256 === sha256(details) : !('status_details_sha256' in statement),
    files: {
      statement: evidence.statement.toString('base64'),
      batch: evidence.batch.toString('base64'),
      signature: evidence.signature.toString('base64'),
    },
  };
}

const inquire = (letters, digits) => fines.InquireFines.requestSerialize({
  subject: { vehicle_plate: { letters, digits, kind: 'PLATE_KIND_PRIVATE' } },
  counter: { branch_code: '00001', counter_code: '01', teller_code: 'node' },
});

const scenarios = {
  success: () => call(fines.InquireFines.path, inquire('قبل', '1234')),
  refusal: () => call(fines.InquireFines.path, inquire('قبل', '123456')),
  unknown: () => call('/traffic.gateway.v1.FinesInquiryService/NoSuchMethod', Buffer.from([8, 1])),
  malformed: () => call(fines.InquireFines.path, Buffer.from([0x0a, 0xff, 0xff, 0xff])),
  gzip: () => call(fines.InquireFines.path, inquire('قبل', '1234')),
  // The client itself would wait; it is the server that is told a deadline.
  deadline: () => call(probe.Echo.path, probe.Echo.requestSerialize({ delay_milliseconds: 5000 }), '400m'),
};

console.log(JSON.stringify(check(await scenarios[scenario]())));
client.close();
