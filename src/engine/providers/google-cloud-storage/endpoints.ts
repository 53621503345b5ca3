/** The addresses of Google Cloud Storage, which differ in what they do about CORS. */
import type { CorsQuestion } from '../../2-bucket/question.ts';
import type { WireRequest } from '../../model.ts';
import { hostName } from '../shared/host-name.ts';

/** Paths of the JSON API, which answers CORS by itself. https://cloud.google.com/storage/docs/request-endpoints */
const JSON_API = ['/storage/v1/', '/upload/storage/v1/', '/download/storage/v1/', '/batch/storage'];
const JSON_API_HOSTS = ['', 'storage.googleapis.com', 'www.googleapis.com'];

/** Answers CORS by itself, but for downloads. https://github.com/firebase/firebase-js-sdk/issues/5342 */
const FIREBASE = 'firebasestorage.googleapis.com';
export const isFirebase = (host: string): boolean => hostName(host) === FIREBASE;

/** The preflight of a download is answered as any other, and the download that succeeds as the bucket's rules say. */
const isDownload = (method: string, path: string): boolean =>
  method !== 'OPTIONS' && /[?&]alt=media(&|$)/.test(path);

/** https://cloud.google.com/storage/docs/cross-origin#server-side-support */
export function endpointOf({
  host,
  path,
  method
}: WireRequest): NonNullable<CorsQuestion['endpoint']> {
  const name = hostName(host);
  if (name === 'storage.cloud.google.com') return 'never';
  if (name === FIREBASE) return isDownload(method, path) ? 'asks-rules' : 'open';
  const json = JSON_API_HOSTS.includes(name) && JSON_API.some((prefix) => path.startsWith(prefix));
  return json ? 'open' : 'asks-rules';
}

/** The XML API by path or by host, also by region; the JSON API; and the download for people who are signed in. */
export function servesHost(host: string): boolean {
  const name = hostName(host);
  return (
    name === 'storage.cloud.google.com' ||
    name === FIREBASE ||
    /(^|\.)storage(\.mtls|\.[a-z0-9-]+\.rep)?\.googleapis\.com$/.test(name)
  );
}
