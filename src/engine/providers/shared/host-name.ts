/** The name of a Host header, without its port and in small letters. */
export const hostName = (host: string): string => host.toLowerCase().split(':', 1)[0] ?? '';
