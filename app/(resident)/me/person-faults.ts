export type PersonFaults = { name?: 'input-name'; idNumber?: 'input-id' | 'id-characters' };

/** Only what can be seen at a glance; dates and check digits are the server's to judge. */
export function faultsOfPerson(person: { name: string; idNumber: string }): PersonFaults {
  const faults: PersonFaults = {};
  if (!/^[\p{L}·.' -]{2,40}$/u.test(person.name)) faults.name = 'input-name';
  if (person.idNumber.length !== 18) faults.idNumber = 'input-id';
  else if (!/^\d{17}[\dX]$/.test(person.idNumber)) faults.idNumber = 'id-characters';
  return faults;
}
