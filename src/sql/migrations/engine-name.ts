// The engines that there are migrations for.
export type EngineName = 'sqlite' | 'postgres';
