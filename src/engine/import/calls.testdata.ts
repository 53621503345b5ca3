/** Calls as tools write them, to be changed at random. */
export const CURL = [
  `curl 'https://b.example/k?partNumber=1' \\\n  -X 'PUT' \\\n  -H 'origin: https://app.example' \\\n  -H $'x-note: it\\'s' \\\n  -b 'sid=s' --data-raw '{"a":[1,2]}'`,
  `curl ^"https://b.example/k?a=1^" ^\r\n  -H ^"origin: https://app.example^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":1^}^"`,
  'curl -sSXPUT -u me:pw --pass hunter2 -T a.png --url https://b.example/k; echo done'
];
export const FETCH = [
  `fetch("https://b.example/k?token=abc", {\n  "headers": { "authorization": "Bearer abc", "content-type": "application/json" },\n  "referrer": "https://app.example/upload",\n  "body": "{\\"a\\":1}",\n  "method": "PUT",\n  "credentials": "include"\n});`,
  "const res = await fetch(`${base}/k`, {\n  // the upload\n  method: 'PUT',\n  headers: new Headers({ 'Content-Type': file.type }),\n  body: JSON.stringify({ a: [1, 2], b: \"}\" }),\n});"
];
export const HAR = [
  JSON.stringify({
    log: {
      pages: [{ id: 'p', title: 'https://app.example/' }],
      entries: [
        {
          pageref: 'p',
          _error: 'net::ERR_FAILED',
          request: {
            method: 'PUT',
            url: 'https://b.example/k?X-Amz-Signature=s',
            headers: [{ name: 'Content-Type', value: 'image/png' }],
            postData: { text: 'body' }
          },
          response: { status: 0, headers: [] }
        }
      ]
    }
  })
];
export const HEADERS = [
  '> PUT /k HTTP/1.1\n> Host: b.example\n> Origin: https://app.example\n> Authorization: a\n>\n< HTTP/1.1 403 Forbidden\n< Server: x\n< Set-Cookie: a=b\n<\n',
  'Request URL:\nhttps://b.example/k\nRequest Method:\nGET\nStatus Code:\n200 OK\naccess-control-allow-origin:\nhttps://other.example',
  'content-type: image/png\netag: "x"\nserver: tencent-cos'
];
export const LINES = [
  "index.html:1 Access to fetch at 'https://b.example/k?sign=1' from origin 'https://app.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.\n   PUT https://b.example/k?sign=1 net::ERR_FAILED 403 (Forbidden)",
  'XHR PUT https://b.example/k\nCross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://b.example/k. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.',
  '[Error] Preflight response is not successful. Status code: 403\n[Error] Fetch API cannot load https://b.example/k due to access control checks.'
];
