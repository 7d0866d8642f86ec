import { describe, expect, it } from '@jest/globals';
import { personName } from './person-name.js';

describe(personName.name, () => {
  it.each([
    ['Olga Diaz', 'Olga', 'Diaz', 'Olga Diaz'],
    ['Ana Maria Lopes', 'Ana Maria', 'Lopes', 'Ana Maria Lopes'],
    ['Rolecall Owner', 'Rolecall', 'Owner', 'Rolecall Owner'],
    ['Suharto', 'Suharto', 'Suharto', 'Suharto'],
    ['  Olga\t Diaz \r\n', 'Olga', 'Diaz', 'Olga Diaz'],
    ['Jean-Luc d’Arc', 'Jean-Luc', 'd’Arc', 'Jean-Luc d’Arc'],
    ['山田　太郎', '山田', '太郎', '山田 太郎'],
    ['Olga\u00a0Diaz', 'Olga', 'Diaz', 'Olga Diaz'],
  ])('makes of %j the given name %j, the family name %j and in full %j', (text, givenName, familyName, formatted) => {
    expect(personName(text)).toEqual({ givenName, familyName, formatted });
  });
});
