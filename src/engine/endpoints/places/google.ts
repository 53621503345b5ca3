import { isBelow, type Address, type Place } from '../endpoint.ts';

const ENDPOINTS = 'https://cloud.google.com/storage/docs/request-endpoints';
const CORS = 'https://cloud.google.com/storage/docs/cross-origin#server-side-support';
const SESSIONS = 'https://github.com/googleapis/gcs-resumable-upload/issues/6';
const FIREBASE = 'https://github.com/firebase/firebase-js-sdk/issues/5342';

/** Of a bucket's own host, a path of the API is a key. */
const API_HOSTS: ReadonlySet<string> = new Set(['storage.googleapis.com', 'www.googleapis.com']);
const takesSessions = ({ host }: Address): boolean =>
  isBelow(host, 'storage.googleapis.com') || host === 'www.googleapis.com';
const isFirebase = ({ host }: Address): boolean => host === 'firebasestorage.googleapis.com';
/** A download of the object itself, which the bucket's rules answer. */
const isMedia = ({ query, method }: Address): boolean =>
  /[?&]alt=media(&|$)/.test(query) && /^(GET|HEAD)$/i.test(method);

/** Google Cloud Storage, and Firebase in front of it. */
export const google: readonly Place[] = [
  {
    kind: 'upload-session',
    name: 'Google Cloud Storage, an upload session',
    at: (address) => takesSessions(address) && /[?&]upload_id=/.test(address.query),
    answers: 'unknown',
    store: 'google-cloud-storage',
    evidence: 'traced',
    source: SESSIONS
  },
  {
    kind: 'api-fixed',
    name: 'Google Cloud Storage, JSON API',
    at: (address) =>
      API_HOSTS.has(address.host) &&
      /^\/((upload|download)\/)?storage\/v1\/|^\/batch\/storage/.test(address.path),
    answers: 'store',
    store: 'google-cloud-storage',
    evidence: 'documented',
    source: ENDPOINTS
  },
  {
    kind: 'other-service',
    name: 'Google Cloud Storage, download for people who are signed in',
    at: ({ host }) => host === 'storage.cloud.google.com',
    bucketHost: () => 'storage.googleapis.com',
    answers: 'store',
    store: 'google-cloud-storage',
    evidence: 'documented',
    source: CORS
  },
  {
    kind: 'api-fixed',
    name: 'Firebase Storage',
    at: (address) => isFirebase(address) && !isMedia(address),
    answers: 'store',
    store: 'google-cloud-storage',
    evidence: 'traced',
    source: FIREBASE
  }
];
