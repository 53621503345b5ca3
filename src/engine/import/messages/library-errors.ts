import { line, type ConsoleLine } from '../../3-browser/engines/console-line.ts';
import type { ProviderId } from '../../providers/providers.ts';
import type { KnownLine, Slots } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

const says = (
  known: ConsoleLine,
  causes: KnownLine['causes'] = ['call-failed', 'network'],
  store?: ProviderId
): KnownLine => ({
  kind: 'script-error',
  engine: null,
  line: known,
  causes,
  ...(store === undefined ? {} : { store })
});

/** Firebase says the same of every failure: no answer, an error, and an answer that the script could not read. */
const ANY_FAILURE = ['call-failed', 'http-error', 'header-not-exposed'] as const;

/** A status of 0 is no answer. */
const ofStatus = (slots: Slots): readonly SymptomCode[] =>
  Number(slots.get('status')) >= 400 ? ['http-error'] : ['call-failed', 'network'];

const answered = (known: ConsoleLine): KnownLine => says(known, ['http-error']);

/**
 * What libraries, frameworks and players make of a call that came back without an answer, as they print it; some hold the
 * address. None knows why it failed.
 */
export const LIBRARY_ERRORS: readonly KnownLine[] = [
  // Stores' own SDKs: cos-js-sdk-v5, ali-oss, esdk-obs-browserjs, aws-sdk 2, @azure/core-rest-pipeline, firebase
  says(line`CORS blocked or network error`, undefined, 'tencent-cos'),
  says(
    line`XHR error (req "${'event'}"), ${'method'} ${'url'} -1 (connected: ${'connected'}`,
    undefined,
    'alibaba-oss'
  ),
  says(line`NetworkingError: Network Failure`),
  says(line`RestError: Failed to send request to ${'url'}`, undefined, 'azure-blob'),
  says(line`REQUEST_SEND_ERROR`, undefined, 'azure-blob'),
  says(
    line`Firebase Storage: An unknown error occurred, please check the error payload for server response. (storage/unknown)`,
    ANY_FAILURE,
    'google-cloud-storage'
  ),
  says(line`storage/unknown`, ANY_FAILURE, 'google-cloud-storage'),
  says(line`storage/retry-limit-exceeded`, undefined, 'google-cloud-storage'),
  says(
    line`Max retry time for operation exceeded, please try again.`,
    undefined,
    'google-cloud-storage'
  ),
  // Upload libraries
  says(
    line`This looks like a network error, the endpoint might be blocked by an internet provider or a firewall.`
  ),
  says(
    line`tus: failed to upload chunk at offset ${'offset'}, caused by [object ProgressEvent], originated from request (method: ${'method'}, url: ${'url'}, response code: n/a`
  ),
  says(
    line`tus: failed to create upload, caused by [object ProgressEvent], originated from request (method: ${'method'}, url: ${'url'}, response code: n/a`
  ),
  says(
    line`tus: failed to resume upload, caused by [object ProgressEvent], originated from request (method: ${'method'}, url: ${'url'}, response code: n/a`
  ),
  says(line`Server responded with 0 code.`),
  // Frameworks: Flutter, Unity, Angular, jQuery, Blazor
  says(line`XMLHttpRequest error.`),
  says(line`ClientException: ${'error'}, uri=${'url'}`),
  says(line`The connection errored: The XMLHttpRequest onError callback was called.`),
  says(line`Failed to load network image.`),
  { ...says(line`Image URL: ${'url'}`, []), opening: true },
  says(line`HTTP request failed, statusCode: 0, ${'url'}`),
  says(line`ConnectionError : Unknown Error`),
  says(line`ConnectionError: Unknown Error`),
  says(line`Cannot connect to destination host`),
  says(line`statusText: "Unknown Error"`),
  says(line`"statusText":"Unknown Error"`),
  says(line`Http failure response for (unknown url): 0 Unknown Error`),
  says(line`dynamically imported module: ${'url'}`),
  says(line`Importing a module script failed.`),
  // A ProgressEvent, as it is printed
  says(line`ProgressEvent {isTrusted: true`),
  says(line`[object ProgressEvent]`),
  says(line`{"isTrusted":true}`),
  // Players and viewers: hls.js, dash.js, shaka, video.js, pdf.js, maplibre, three.js, cesium, openseadragon
  says(line`manifestLoadError`),
  says(line`levelLoadError`),
  says(line`fragLoadError`),
  says(line`keyLoadError`),
  says(line`Shaka Error 1002`),
  says(line`Shaka Error NETWORK.HTTP_ERROR (${'url'}`),
  says(line`MEDIA_ERR_NETWORK`),
  says(line`MEDIA_ERR_SRC_NOT_SUPPORTED`),
  says(line`Unexpected server response (0) while retrieving PDF "${'url'}".`),
  says(line`AJAXError: ${'reason'} (${'status'}): ${'url'}`, ofStatus),
  answered(line`Unexpected server response (${'status'}) while retrieving PDF "${'url'}".`),
  answered(line`fetch for "${'url'}" responded with ${'status'}: ${'reason'}`),
  // An error that the browser let through
  answered(line`Http failure response for ${'url'}: ${'status'} ${'reason'}`)
];
