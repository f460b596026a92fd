/** Family limits. One phone served two registered users at 114 Beijing in 2015 (A2); ours is our proposal. */
export const familyRules = {
  maxMembers: 6,
  /** Below this age a guardian's declaration is enough (A3); above, the person's own phone must answer. */
  guardianUntilAge: 16,
  guardianMinAge: 18,
  /** From here a minor's own word about their data counts (Personal Information Protection Law, article 31). */
  ownWordAge: 14,
} as const;

/** Completed years on `today` ('YYYY-MM-DD'). */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export type MemberCase = {
  memberAge: number;
  holderAge: number;
  relation: string;
  guardianDeclared: boolean;
  codeGiven: boolean;
};

/** Which proof links this member, or the rule that says what is missing. */
export function proofFor(member: MemberCase): { proof: 'guardian_declaration' | 'phone_code' } | { rule: string } {
  if (member.memberAge < familyRules.guardianUntilAge) {
    if (member.holderAge < familyRules.guardianMinAge) return { rule: 'guardian-too-young' };
    return member.guardianDeclared ? { proof: 'guardian_declaration' } : { rule: 'guardian-declaration-needed' };
  }
  return member.codeGiven ? { proof: 'phone_code' } : { rule: 'member-code-needed' };
}
