/** The labels of consoles' forms, in English and Chinese, by what they are for. */
export type ConsoleField =
  'AllowedOrigins' | 'AllowedMethods' | 'AllowedHeaders' | 'ExposeHeaders' | 'MaxAgeSeconds' | 'ID';

/** The first that fits counts: a label of exposed headers names headers too. */
const LABELS: readonly (readonly [ConsoleField, RegExp])[] = [
  ['ExposeHeaders', /expos|暴露|补充|公开/i],
  ['MaxAgeSeconds', /max[ _-]?age|超时|缓存时间|缓存|有效期|cache|ttl/i],
  ['AllowedOrigins', /origin|来源|源站|^源$|域名/i],
  ['AllowedMethods', /method|方法|操作/i],
  [
    'AllowedHeaders',
    /allow(?:ed)?[ _-]*(?:http[ _-]*)?(?:request[ _-]*)?header|^headers?$|请求头|允许.*头|头域|header/i
  ],
  ['ID', /^(?:rule[ _-]*)?(?:id|name)$|规则.*(?:id|名)/i]
];

/** What is no field of a rule, though its label names one. */
const OTHERS =
  /vary|访问控制|access-control-|request[ _-]method|request[ _-]url|status|credentials/i;

export function isKnownField(label: string): ConsoleField | null {
  const name = label.trim();
  if (OTHERS.test(name)) return null;
  return LABELS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** The values of a field: words that blanks, commas and the signs of Chinese part. */
export const SPLIT = /[^\s,;，、；]+/g;
