import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Signs with a key that only the platform has; whoever has the public key (base64url) can check. */
export type Signer = { publicKey: string; sign: (bytes: Buffer) => Buffer };

/** What stands before the 32 bytes of an Ed25519 key in DER: RFC 8410, as PKCS #8 and as SPKI. */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519 from a derived key of 32 bytes: the same secret, the same pair. */
export function createSigner(seed: Buffer): Signer {
  const key = createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: spki.subarray(publicHead.length).toString('base64url'),
    sign: (bytes) => sign(null, bytes, key),
  };
}

/** Whether one of these public keys made the signature. Throws if what is given is no such key. */
export function isSignedBy(publicKeys: string[], bytes: Buffer, signature: Buffer): boolean {
  return publicKeys.some((text) => {
    const der = Buffer.concat([publicHead, Buffer.from(text, 'base64url')]);
    return verify(null, bytes, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
  });
}
