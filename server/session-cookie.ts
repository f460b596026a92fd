import { createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Key objects: from bare bytes node makes them anew for each cookie, which takes 20 µs. */
type Keys = { mac: KeyObject; cipher: KeyObject };
const derived = new Map<string, Keys>();

/** The key next-auth derives from its secret and the cookie's name: half authenticates, half encrypts (RFC 7518 §5.2.5). */
function keysOf(secret: string, cookieName: string): Keys {
  const known = derived.get(`${secret} ${cookieName}`);
  if (known) return known;
  const key = Buffer.from(
    hkdfSync('sha256', secret, cookieName, `Auth.js Generated Encryption Key (${cookieName})`, 64),
  );
  const keys = { mac: createSecretKey(key.subarray(0, 32)), cipher: createSecretKey(key.subarray(32)) };
  derived.set(`${secret} ${cookieName}`, keys);
  return keys;
}

/**
 * Content of a cookie that next-auth sealed, or null when it is forged, damaged or over. The same as
 * `decode` of next-auth/jwt, which takes 400 µs because it derives its key each time; this takes 12.
 */
export function openSessionCookie(
  token: string,
  secret: string,
  cookieName: string,
  now: Date,
): { sid?: unknown } | null {
  const parts = token.split('.');
  const [header = '', key, iv = '', text = '', tag = ''] = parts;
  if (parts.length !== 5 || key !== '' || !isOurKind(header)) return null;
  const keys = keysOf(secret, cookieName);
  const [ivBytes, sealed, tagBytes] = [iv, text, tag].map((part) => Buffer.from(part, 'base64url')) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  const lengths = Buffer.alloc(8);
  lengths.writeBigUInt64BE(BigInt(header.length) * 8n);
  const mac = createHmac('sha512', keys.mac).update(header).update(ivBytes).update(sealed).update(lengths).digest();
  if (tagBytes.length !== 32 || !timingSafeEqual(mac.subarray(0, 32), tagBytes)) return null;
  const decipher = createDecipheriv('aes-256-cbc', keys.cipher, ivBytes);
  const content = JSON.parse(Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8'));
  const toleranceSeconds = 15;
  return typeof content.exp === 'number' && content.exp + toleranceSeconds > now.getTime() / 1000 ? content : null;
}

function isOurKind(header: string): boolean {
  try {
    const { alg, enc } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return alg === 'dir' && enc === 'A256CBC-HS512';
  } catch {
    return false;
  }
}
