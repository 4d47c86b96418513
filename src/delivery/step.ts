// The steps between which a process may die; tests let it die at each.

export const STEPS = [
  'expired',
  'asked',
  'added',
  'claimed',
  'turn',
  'begun',
  'answered',
  'recorded',
] as const;

export type Step = (typeof STEPS)[number];
