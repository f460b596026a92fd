import { z } from 'zod';
import { requestCode } from '../access/request-code.ts';
import { phone, requestCodeOutput } from '../access/schema.ts';
import { resident, router } from '../trpc.ts';
import { addMember } from './add-member.ts';
import { listFamily } from './queries.ts';
import { register } from './register.ts';
import { removeMember } from './remove-member.ts';
import { addMemberInput, familyOutput, registerInput } from './schema.ts';

export const residentsRouter = router({
  family: resident.output(familyOutput).query(({ ctx }) => listFamily(ctx)),
  register: resident
    .input(registerInput)
    .output(z.object({ residentId: z.string() }))
    .mutation(({ ctx, input }) => register(ctx, input)),
  requestMemberCode: resident
    .input(z.object({ phone }))
    .output(requestCodeOutput)
    .mutation(({ ctx, input }) => requestCode(ctx, 'member', input.phone)),
  addMember: resident
    .input(addMemberInput)
    .output(z.object({ memberId: z.string() }))
    .mutation(({ ctx, input }) => addMember(ctx, input)),
  removeMember: resident
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ done: z.literal(true) }))
    .mutation(({ ctx, input }) => removeMember(ctx, input.id)),
});
