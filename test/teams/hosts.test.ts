// Which service URLs get our answers, and with them our token.
import { describe, expect, test } from 'vitest';
import { loopbackHosts, teamsHosts } from '../../src/teams/hosts.ts';

describe('Teams', () => {
  test.each([
    'https://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net/teams',
    'https://SMBA.trafficmanager.net/de/aaaaaaaa-1111-4222-8333-000000000001/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://smba.infra.dod.teams.microsoft.us/teams',
    'https://europe.webchat.botframework.com/',
  ])('%s is answered', (url) => {
    expect(teamsHosts(url)).toBe(true);
  });

  test.each([
    'http://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://evil-smba.trafficmanager.net/',
    'https://other.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example#smba.trafficmanager.net',
    'https://evil.example?x=.botframework.com',
    'https://evil.example\\.botframework.com/',
    'https://evilbotframework.com/',
    'https://botframework.com.evil.example/',
    'https://smba.trafficmanager.net./',
    'https://smbа.trafficmanager.net/',
    'https://127.0.0.1/',
    'https://169.254.169.254/metadata',
    'file:///etc/passwd',
    'ftp://smba.trafficmanager.net/',
    '//smba.trafficmanager.net/',
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/\r\nhost: evil',
    `https://smba.trafficmanager.net/${'a'.repeat(600)}`,
    '',
    'x',
  ])('%j is not', (url) => {
    expect(teamsHosts(url)).toBe(false);
  });
});

describe('on one machine', () => {
  test.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:1/'])(
    '%s is answered',
    (url) => {
      expect(loopbackHosts(url)).toBe(true);
    },
  );

  test.each([
    'https://smba.trafficmanager.net/amer/',
    'http://localhost.evil.example/',
    'http://192.168.0.1/',
    'http://0.0.0.0:1/',
    'http://127.0.0.1@evil.example/',
    'file://localhost/etc/passwd',
  ])('%s is not', (url) => {
    expect(loopbackHosts(url)).toBe(false);
  });
});
