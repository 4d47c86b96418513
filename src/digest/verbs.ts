// The verbs on the digest's cards that belong to the job of changing owners.

/** `edit` opens the card to change a task with {task}; `claim` makes it the presser's with {task, version}. */
export const FOREIGN_VERBS: readonly string[] = ['edit', 'claim'];
