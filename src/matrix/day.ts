// Calendar days: parsing, printing and the little arithmetic that review dates need.

/** A calendar day as `YYYY-MM-DD`; compares correctly as text. */
export type Day = `${number}-${number}-${number}`;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; null for anything else, and for days no calendar has. */
export function parseDay(text: string): Day | null {
  const parts = DAY.exec(text.trim());
  if (!parts) return null;
  const date = new Date(`${parts[0]}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || dayOf(date) !== parts[0] ? null : (parts[0] as Day);
}

/** The UTC day of an instant. Review dates are whole days, so the zone moves them by one at most. */
export function dayOf(instant: Date): Day {
  return instant.toISOString().slice(0, 10) as Day;
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

/** Adds calendar months; 31 January plus one month is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
  return dayOf(date);
}
