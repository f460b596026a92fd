import { anyone, router } from '../trpc.ts';
import { getDepartment, getDoctor, getFacility, getRegions, listCatalog } from './queries/registry.ts';
import { searchFacilities } from './queries/search.ts';
import {
  catalogOutput,
  departmentInput,
  departmentOutput,
  doctorInput,
  doctorOutput,
  facilityInput,
  facilityOutput,
  regionsInput,
  regionsOutput,
  searchInput,
  searchOutput,
} from './schema.ts';

/** The registry is public: anyone may look for a hospital before signing in. */
export const facilitiesRouter = router({
  search: anyone
    .input(searchInput)
    .output(searchOutput)
    .query(({ ctx, input }) => searchFacilities(ctx, input)),
  regions: anyone
    .input(regionsInput)
    .output(regionsOutput)
    .query(({ ctx, input }) => getRegions(ctx, input.code)),
  facility: anyone
    .input(facilityInput)
    .output(facilityOutput)
    .query(({ ctx, input }) => getFacility(ctx, input.facilityId)),
  department: anyone
    .input(departmentInput)
    .output(departmentOutput)
    .query(({ ctx, input }) => getDepartment(ctx, input.departmentId)),
  doctor: anyone
    .input(doctorInput)
    .output(doctorOutput)
    .query(({ ctx, input }) => getDoctor(ctx, input.practitionerId)),
  catalog: anyone.output(catalogOutput).query(({ ctx }) => listCatalog(ctx)),
});
