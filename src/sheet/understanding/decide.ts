// The marks of one row → who owns the task. Blank is unknown, and two accountable ones are not made into one.
import type { Duty } from './mark-words.ts';
import type { CellRead } from './reading.ts';

/** Parties are places in the understanding's list. `doubt` is what a person should look at; none where the row is clear. */
export type Decision = {
  owner: Owner;
  backup: number | null;
  doubt: 'two' | 'none' | null;
};

export type Owner =
  | { kind: 'lead'; lead: number; shared: number[] }
  | { kind: 'shared'; shared: number[] }
  | { kind: 'nobody' }
  | { kind: 'not applicable' }
  | { kind: 'unknown'; blank: boolean };

/** What people have said about rows like this one. */
export type Rules = {
  /** True where the table has nobody accountable anywhere: then who is responsible owns. */
  responsibleOwns: boolean;
  two: 'shared' | 'first' | 'unknown';
  none: 'unknown' | 'responsible';
};

export function decide(cells: readonly CellRead[], parties: number, rules: Rules): Decision {
  const having = (...duties: Duty[]) => [
    ...new Set(
      cells
        .filter(
          ({ party, mark }) => party >= 0 && duties.some((duty) => mark.duties.includes(duty)),
        )
        .map(({ party }) => party),
    ),
  ];
  const words = cells.filter(({ party }) => party < 0).map(({ mark }) => mark.code);
  const backups = having('backup').filter(
    (party) => !having('accountable', 'owner').includes(party),
  );
  const backup = backups[0] ?? null;
  const accountable = having('accountable', 'owner');
  // Who is only the backup does not share the work.
  const doing = having('responsible', 'part').filter(
    (party) => !backups.includes(party) || having('part').includes(party),
  );
  const shared = words.includes('SHARED') ? [...Array(parties).keys()] : [];
  const is = (owner: Owner, doubt: Decision['doubt'] = null): Decision => ({
    owner,
    backup,
    doubt,
  });

  if (accountable.length === 1) return is(led(accountable, [...doing, ...shared]));
  // Two who own are a shared task; two who are accountable are a slip, or a dispute.
  if (accountable.length > 1 && having('accountable').length === 0) {
    return is({ kind: 'shared', shared: [...new Set([...accountable, ...doing])] });
  }
  if (accountable.length > 1) return two(accountable, doing, rules, is);
  if (shared.length > 0) return is({ kind: 'shared', shared });
  const part = having('part');
  if (rules.responsibleOwns && doing.length === 1 && part.length === 0) return is(led(doing, []));
  if ((rules.responsibleOwns && doing.length > 1) || part.length > 0) {
    return is({ kind: 'shared', shared: doing });
  }
  if (doing.length > 0) {
    const takes = rules.none === 'responsible' && doing.length === 1;
    return is(takes ? led(doing, []) : { kind: 'unknown', blank: false }, 'none');
  }
  const codes = [...words, ...cells.map(({ mark }) => mark.code)].filter((code) => code !== '');
  if (codes.includes('NOBODY')) return is({ kind: 'nobody' });
  if (codes.length > 0 && codes.every((code) => code === 'NA'))
    return is({ kind: 'not applicable' });
  const blank = codes.every((code) => code === 'NO' || code === 'NA');
  return is({ kind: 'unknown', blank }, blank ? null : 'none');
}

function led(leads: readonly number[], doing: readonly number[]): Owner {
  const [lead = 0] = leads;
  return { kind: 'lead', lead, shared: [...new Set(doing)].filter((party) => party !== lead) };
}

function two(
  accountable: readonly number[],
  doing: readonly number[],
  rules: Rules,
  is: (owner: Owner, doubt: Decision['doubt']) => Decision,
): Decision {
  const all = [...new Set([...accountable, ...doing])];
  if (rules.two === 'first') return is(led(accountable, all), 'two');
  if (rules.two === 'unknown') return is({ kind: 'unknown', blank: false }, 'two');
  return is({ kind: 'shared', shared: all }, 'two');
}
