// What counts as a list question, in five languages, and what never does.
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/answer/asked.ts';
import { createTalk, FINDER, MATRIX, TODAY } from './world.ts';

const looking = { matrix: MATRIX, memory: null, today: TODAY, find: FINDER.find } as const;

describe('lists', () => {
  test.each([
    ['whatever is with the provider', { side: 'msp' }],
    ['my stuff', { mine: true }],
    ["nights - what isn't covered?", { nights: 'uncovered' }],
    ['which security tasks have someone at 3am', { nights: 'covered', area: 'security' }],
    ['which risks did we decide to live with', { status: 'accepted gap' }],
    ["who hasn't signed off their tasks yet", { status: 'assigned' }],
    ['which jobs lost their owner', { status: 'orphaned' }],
    ["stuff that'll fall over if priya's off", { person: 'Priya Nair' }],
    ['what would we lose if jo walked out', { person: 'Jo Keller' }],
    ['give me a rundown of everything northwind looks after', { party: 'northwind-it' }],
    ['can i get an overview of who does what in cloud', { area: 'cloud' }],
    ['list al the unasigned tasks in clod', { status: 'nobody', area: 'cloud' }],
    ['wo gibts streit wer zuständig ist', { status: 'disputed' }],
    ['listado de riesgos aceptados', { status: 'accepted gap' }],
    ['liste des risques acceptés', { status: 'accepted gap' }],
    ['もめている業務はどれ？', { status: 'disputed' }],
    ['holes in security', { area: 'security', status: 'nobody' }],
    ['who does what for vendors', { area: 'vendors' }],
    ['list everything nobody owns', { status: 'nobody' }],
    ['which tasks are orphaned', { status: 'orphaned' }],
    ['anything disputed?', { status: 'disputed' }],
    ["what hasn't been accepted yet", { status: 'assigned' }],
    ['accepted gaps please', { status: 'accepted gap' }],
    ['how many tasks does the provider own?', { side: 'msp' }],
    ['how many gaps do we have in cloud', { status: 'nobody', area: 'cloud' }],
    ['what does Priya own', { person: 'Priya Nair' }],
    ['everything assigned to Sam Rivera', { person: 'Sam Rivera' }],
    ["show me Northwind's security tasks", { party: 'northwind-it', area: 'security' }],
    ['what does Tallow Print do for us', { party: 'tallow-print' }],
    ['which tasks are with finance', { party: 'finance' }],
    ['what is shared between us and the MSP', { shared: true }],
    ['tasks with no backup person', { single: true }],
    ['single points of failure in cloud', { single: true, area: 'cloud' }],
    ['critical tasks without owner', { importance: 'high', status: 'nobody' }],
    ['low priority stuff the vendor handles', { importance: 'low', side: 'vendor' }],
    ['overdue reviews in the security area', { overdue: true, area: 'security' }],
    ['what is going well', { health: 'well' }],
    ["what's broken in devices", { health: 'failing', area: 'devices' }],
    ['all internal IT projects', { kind: 'project', party: 'internal-it' }],
    ['operational tasks with the msp', { kind: 'operation', side: 'msp' }],
    ['Which of my duties are critical?', { mine: true, importance: 'high' }],
    ['am i responsible for anything in cloud', { mine: true, area: 'cloud' }],
    ['what do I own?', { mine: true }],
    ["what's on my plate", { mine: true }],
    ['where are our blind spots', { status: 'nobody' }],
    ['give me an overview of the support area', { area: 'support' }],
    ['everything in devices', { area: 'devices' }],
    ['list the strategic duties', { kind: 'strategic' }],
    ['what falls between the chairs', { status: 'nobody' }],
    ['stuff only one person can do', { single: true }],
    ['what has no night cover', { nights: 'uncovered' }],
    ['which tasks have night cover?', { nights: 'covered' }],
    ['which tasks matter at night', { nights: 'matter' }],
    ['anything nobody has confirmed yet', { status: 'assigned' }],
    ['tasks whose owner left the company', { status: 'orphaned' }],
    ["what isn't applicable to us", { status: 'not applicable' }],
    ['which responsibilities were never recorded', { status: 'unknown' }],
    ['what changed since yesterday', { changedSince: '2026-11-22' }],
    ['what changed in security since 1 November', { changedSince: '2026-11-01', area: 'security' }],
    ['changes in the last 7 days', { changedSince: '2026-11-16' }],
    ['what has changed this month', { changedSince: '2026-11-01' }],
    ['what do we do in-house', { side: 'internal' }],
    ['devices tasks we handle ourselves', { side: 'internal', area: 'devices' }],
    ['vendor owned tasks', { side: 'vendor' }],
    ['which things are with third parties', { side: 'vendor' }],
    ['gaps', { status: 'nobody' }],
    ['all gaps please', { status: 'nobody' }],
    ['unowned security tasks', { area: 'security', status: 'nobody' }],
    [
      "Could you list every administration job that's failing?",
      { area: 'administration', health: 'failing' },
    ],
    ["I'd like to see the provider's overdue items", { side: 'msp', overdue: true }],
    ['what is Northwind responsible for in cloud', { party: 'northwind-it', area: 'cloud' }],
    ['list all tasks', {}],
    ['who does what', {}],
    ['anything up for grabs', { status: 'nobody' }],
    ['count of unassigned tasks in administration', { status: 'nobody', area: 'administration' }],
    ['number of critical tasks with nobody behind them', { importance: 'high', status: 'nobody' }],
    ['which provider tasks are going badly', { side: 'msp', health: 'failing' }],
    ['¿Qué tareas lleva el proveedor?', { side: 'msp' }],
    ['¿qué no tiene responsable en seguridad?', { status: 'nobody', area: 'security' }],
    ['mis tareas', { mine: true }],
    ['¿Cuántas tareas críticas no tienen responsable?', { importance: 'high', status: 'nobody' }],
    ['qué no está cubierto por la noche', { nights: 'uncovered' }],
    ['lista de proyectos sin dueño', { kind: 'project', status: 'nobody' }],
    ['Welche Aufgaben hat der Dienstleister?', { side: 'msp' }],
    ['Lücken im Bereich Sicherheit', { status: 'nobody', area: 'security' }],
    ['Was gehört mir?', { mine: true }],
    ['meine Aufgaben', { mine: true }],
    ['wofür ist niemand zuständig', { status: 'nobody' }],
    [
      'welche kritischen Aufgaben sind nachts nicht abgedeckt',
      { importance: 'high', nights: 'uncovered' },
    ],
    ['überfällige Prüfungen', { overdue: true }],
    ['Wie viele Aufgaben liegen beim Dienstleister?', { side: 'msp' }],
    ['Quelles tâches sont chez le prestataire ?', { side: 'msp' }],
    ['tout ce que personne ne gère dans le cloud', { status: 'nobody', area: 'cloud' }],
    ['mes tâches', { mine: true }],
    ['Combien de tâches critiques sans responsable ?', { importance: 'high', status: 'nobody' }],
    ["qu'est-ce qui n'est pas couvert la nuit", { nights: 'uncovered' }],
    ['担当者がいないタスクは？', { status: 'nobody' }],
    ['クラウドで担当者がいないものを教えて', { status: 'nobody', area: 'cloud' }],
    ['私の担当を一覧で見せて', { mine: true }],
    ['プロバイダーの担当タスク一覧', { side: 'msp' }],
    ['夜間の担当がいないタスク', { nights: 'uncovered' }],
    ['期限切れのレビュー一覧', { overdue: true }],
    ['gaps in cloud and security', { status: 'nobody', area: 'cloud', otherAreas: ['security'] }],
    [
      'Lücken in der Cloud und der Sicherheit',
      { status: 'nobody', area: 'cloud', otherAreas: ['security'] },
    ],
    ['am I the backup for anything', { mine: true, standIn: true }],
    ['what does Sam stand in for', { person: 'Sam Rivera', standIn: true }],
    ["which of Sam's tasks have no backup", { person: 'Sam Rivera', single: true }],
    ["what's waiting for northwind to accept", { status: 'assigned', party: 'northwind-it' }],
    ['what am I still supposed to accept', { status: 'assigned', mine: true }],
    ['Welche Aufgaben hat noch keiner angenommen?', { status: 'assigned' }],
    ["quelles tâches attendent d'être acceptées ?", { status: 'assigned' }],
    ['how many do I have in security', { mine: true, area: 'security' }],
    ['what is the msp meant to do at night', { side: 'msp', nights: 'matter' }],
    ['which tasks need cover 24x7', { nights: 'matter' }],
    ['which gaps did management accept', { status: 'accepted gap' }],
    ['list security gaps rated high', { area: 'security', status: 'nobody', importance: 'high' }],
    ['what would stop if the provider disappeared', { side: 'msp' }],
    ['if Sam leaves tomorrow what is stranded', { person: 'Sam Rivera' }],
    ['tasks with one pair of hands and no deputy', { single: true }],
    ['who has no backup?', { single: true }],
    ['whose owner has left the company', { status: 'orphaned' }],
    ["jo's old tasks", { person: 'Jo Keller' }],
    ['tasks everyone thinks somebody else does', { status: 'disputed' }],
    ["what don't we know the owner of", { status: 'unknown' }],
    ['wich of my task are late', { mine: true, overdue: true }],
    ['reassigned this quarter: anything?', { changedSince: '2026-10-01' }],
    ['what changed since March', { changedSince: '2026-03-01' }],
    ['3月から何が変わった？', { changedSince: '2026-03-01' }],
    ['11月1日から変わったもの', { changedSince: '2026-11-01' }],
    [
      'what has northwind taken on since june',
      { party: 'northwind-it', changedSince: '2026-06-01' },
    ],
    ['Samの担当は？', { person: 'Sam Rivera' }],
  ])('%s', (question, filter) => {
    expect(understand(question, looking)).toMatchObject({ kind: 'list' });
    expect(understand(question, looking)).toHaveProperty('filter', filter);
  });

  test.each(['how many gaps are there?', '¿cuántas tareas hay?', 'wie viele Lücken gibt es'])(
    '%s counts',
    (question) => {
      expect(understand(question, looking)).toMatchObject({ kind: 'list', count: true });
    },
  );

  test.each([
    ['everything with Contoso', 'contoso'],
    ['what does Fabrikam do for us', 'fabrikam'],
  ])('%s: an unknown name is said', (question, name) => {
    expect(understand(question, looking)).toEqual({ kind: 'unknown', name });
  });

  test.each([
    ['everything not with the provider', { except: { side: 'msp' } }],
    ['all tasks except cloud', { except: { area: 'cloud' } }],
    ['tasks not owned by Northwind', { except: { party: 'northwind-it' } }],
    ['what does Northwind not do', { except: { party: 'northwind-it' } }],
    ['which security tasks are not with the msp?', { area: 'security', except: { side: 'msp' } }],
    ['what is not with the msp in cloud?', { area: 'cloud', except: { side: 'msp' } }],
    [
      "everything Priya doesn't own in devices",
      { area: 'devices', except: { person: 'Priya Nair' } },
    ],
    ['gaps outside security', { status: 'nobody', except: { area: 'security' } }],
    ['all the gaps but not the projects', { status: 'nobody', except: { kind: 'project' } }],
    ['what is not mine in security', { area: 'security', except: { mine: true } }],
    ['todo lo que no es de Northwind', { except: { party: 'northwind-it' } }],
    ['¿qué no lleva Sam?', { except: { person: 'Sam Rivera' } }],
    ['Was gehört nicht zu Northwind?', { except: { party: 'northwind-it' } }],
    ['Was macht Sam nicht?', { except: { person: 'Sam Rivera' } }],
    ['tout sauf ce que fait Northwind', { except: { party: 'northwind-it' } }],
    ['Northwind以外の担当一覧', { except: { party: 'northwind-it' } }],
  ])('%s: what is left out is left out, never the opposite list', (question, filter) => {
    expect(understand(question, looking)).toMatchObject({ kind: 'list' });
    expect(understand(question, looking)).toHaveProperty('filter', filter);
  });

  test.each([
    ['oldest gaps first', 'oldest'],
    ['which gap has been open the longest?', 'oldest'],
    ['newest gaps', 'newest'],
    ['die ältesten Lücken', 'oldest'],
    ['gaps', null],
  ])('%s: the order is %s', (question, order) => {
    expect(understand(question, looking)).toMatchObject({
      kind: 'list',
      order,
      filter: { status: 'nobody' },
    });
  });

  test('many tasks are asked for: no single one is named, though the rest was not understood', async () => {
    for (const question of [
      'which tasks talk to the regulator after a breach',
      'welche Aufgaben haben mit Datenpannen zu tun',
    ]) {
      expect((await createTalk().say(question)).about.kind).not.toBe('owner');
    }
  });

  test('a side told apart from others is that side', () => {
    expect(understand('what is with vendors rather than the MSP', looking)).toMatchObject({
      filter: { side: 'vendor' },
    });
  });
});

describe('one owner, a symptom or a complaint is no list, no facet, no courtesy and no command', () => {
  test.each([
    'everything is broken',
    'nothing works',
    'my device is broken',
    'our provider is slow',
    'my backup failed last night',
    'the whole area has no wifi',
    'I have no access',
    'what should I do if my laptop is lost',
    'who do I call at night when the server is down',
    'who covers for people with broken laptops',
    "I can't reach the vpn",
    'please give me access to the finance folder',
    'assign me a licence please',
    'can someone hand me a new mouse',
    'move my mailbox to the cloud',
    'who owns the project portfolio',
    'who is responsible for security awareness',
    'why is my laptop so slow',
    'since when is teams down?',
    'how long until my laptop is fixed',
    'has my request been approved',
    'is the vpn down?',
    'is the wifi working',
    'when is the office move',
    'when was the server patched',
    'my phone number is wrong in teams',
    "what's the number of the help desk",
    'which tool do we use for backups',
    'which team patches servers',
    'list of software I can install',
    'who has the list of suppliers',
    'my project needs a server',
    'all our printers are down',
    'is there any backup of my files',
    'what is the wifi password',
    'everything on my laptop is gone',
    'nobody answers the phone',
    'nobody told me about the outage',
    'no owner for the printer in hall 3',
    'gap in the firewall rules, who fixes it',
    'I own a Mac, who supports it',
    'how many licences do we have left',
    'what happened to my mailbox',
    'transfer my number to a new phone',
    'give my laptop to the new starter',
    'which vendor supplies toner',
    'show me how to share a folder',
    'everyone in support is off sick',
    'found an old account. does nobody check these things? it is three years old and still reads our contracts',
    'who reviews the firewall',
    'who reviews access',
    'alles ist kaputt',
    'mi portatil no funciona',
    'rien ne marche',
    'プリンターが動かない',
    'mein Drucker geht nicht',
    'who confirms changes',
    'who accepts risks',
    'anyone looking after the cameras?',
    'any idea who does dns',
    'which guy does dns',
    'what about backups?',
    "vendor hasn't delivered my laptop",
    "what's going on with the network",
    'is my account disabled',
    'where do I get a new badge',
    'where is the list of assets kept',
    'who approves changes',
    "it's the third time my screen is black",
    'the second monitor is dead',
    'can you restore everything on the S drive',
  ])('%s', (question) => {
    expect(understand(question, looking)).toMatchObject({ kind: 'about', facet: 'owner' });
  });
});
