// Files to and from the OneDrive and SharePoint of Teams' users: allowed hosts only, no redirect, bounded in size and time.
import type { LookupAddress } from 'node:dns';
import * as dns from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import type { Fetched } from '../chat.ts';
import { loopbackFiles, type Trusts, teamsFiles } from './hosts.ts';

/** What the readers take; one byte more is not waited for. */
const MOST_BYTES = 10_000_000;
/** Teams delivers a turn again after 15 s; reading the file must fit, too. */
const TIMEOUT_MS = 10_000;
/** Each may hold its ten megabytes. */
const MOST_AT_ONCE = 4;

export type Files = {
  /** The address is pre-authenticated, so it goes nowhere else and into no log. */
  fetch(url: string): Promise<Fetched>;
  /** True once all of it is there. */
  put(url: string, bytes: Uint8Array): Promise<boolean>;
};

export type FilesOptions = {
  /** Whose addresses are good; Teams' own unless given, loopback in local mode. */
  trusts?: Trusts;
  /** Names resolve to public addresses only; on one machine to anything, as only loopback is trusted there. */
  local: boolean;
  timeoutMs?: number;
};

export function createFiles({ local, timeoutMs = TIMEOUT_MS, ...given }: FilesOptions): Files {
  const { trusts = local ? loopbackFiles : teamsFiles } = given;
  let under = 0;

  function open(url: string, method: 'GET' | 'PUT', headers: Record<string, string>) {
    const { request } = url.startsWith('https:') ? https : http;
    const guard = local ? {} : { lookup: publicOnly(dns.lookup) };
    // No agent: a connection to a stranger's host is not kept.
    return request(url, { method, headers, agent: false, ...guard });
  }

  function fetchFile(url: string): Promise<Fetched> {
    return new Promise((resolve) => {
      const request = open(url, 'GET', { accept: '*/*' });
      const end = (fetched: Fetched) => {
        clearTimeout(timer);
        resolve(fetched);
        request.destroy();
      };
      const timer = setTimeout(() => end(NOT_REACHED), timeoutMs);
      request.once('error', () => end(NOT_REACHED));
      request.once('response', (response) => {
        // A redirect is an address that nobody has looked at.
        if (response.statusCode !== 200) return end(NOT_REACHED);
        if (Number(response.headers['content-length'] ?? 0) > MOST_BYTES) return end(TOO_LARGE);
        const pieces: Buffer[] = [];
        let size = 0;
        response.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > MOST_BYTES) end(TOO_LARGE);
          else pieces.push(piece);
        });
        response.once('error', () => end(NOT_REACHED));
        response.once('close', () => end(NOT_REACHED));
        response.once('end', () => end({ kind: 'bytes', bytes: Buffer.concat(pieces) }));
      });
      request.end();
    });
  }

  return {
    async fetch(url) {
      if (!trusts(url)) return NOT_REACHED;
      if (under >= MOST_AT_ONCE) return { kind: 'unread', why: 'too many' };
      under += 1;
      try {
        return await fetchFile(url);
      } finally {
        under -= 1;
      }
    },

    put(url, bytes) {
      if (!trusts(url)) return Promise.resolve(false);
      return new Promise((resolve) => {
        const request = open(url, 'PUT', {
          'content-type': 'application/octet-stream',
          'content-length': String(bytes.length),
          'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
        });
        const end = (done: boolean) => {
          clearTimeout(timer);
          resolve(done);
          request.destroy();
        };
        const timer = setTimeout(() => end(false), timeoutMs);
        request.once('error', () => end(false));
        request.once('response', ({ statusCode = 0 }) =>
          end(statusCode === 200 || statusCode === 201),
        );
        request.end(bytes);
      });
    },
  };
}

const NOT_REACHED: Fetched = { kind: 'unread', why: 'not reached' };
const TOO_LARGE: Fetched = { kind: 'unread', why: 'too large' };

/** Addresses that lead back into a network of ours or a cloud's: https://www.iana.org/assignments/iana-ipv4-special-registry */
const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv4');
}
/** From `::` on they hold an IPv4 address: https://www.iana.org/assignments/iana-ipv6-special-registry */
for (const [net, prefix] of [
  ...([
    ['fc00::', 7],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
  ] as const),
  ...([
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['2002::', 16],
    ['2001::', 32],
  ] as const),
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv6');
}

type Resolve = (
  name: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/** A name whose owner points it at a private address is not followed, whatever it was a moment ago. */
export function publicOnly(resolve: Resolve): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '');
      const [first] = found;
      if (!first || found.some(({ address }) => isPrivate(address))) {
        return done(new Error('not a public address'), '');
      }
      return options.all ? done(null, found) : done(null, first.address, first.family);
    });
  };
}

/** IPv4 written as IPv6 is looked at as what it is. */
function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return PRIVATE.check(mapped, 'ipv4');
  return PRIVATE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
