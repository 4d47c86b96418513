// What an admin has given one person: the whole matrix, some areas, the word of some parties.

/** What one person was given; the newest grant of a person counts. `person` is an Entra object id. */
export type Grant = {
  person: string;
  name: string;
  admin: boolean;
  /** Areas in which they may change anything. */
  areas: string[];
  /** Parties for which they answer: accept, decline, hand over, give the side's view. */
  speaksFor: string[];
};
