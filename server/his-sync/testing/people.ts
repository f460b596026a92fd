import { sampleIdNumber, samplePhone } from '#db/seed/sample-id-numbers.ts';
import type { SamplePerson } from '#fhir/sandbox/charts/people.ts';

const names = ['张伟', '陈静', '欧阳明', '扎西次仁', '杨丽', '王芳', '李军', '赵明'];

/** People of all ages, with numbers that can be nobody's. */
export function samplePeople(count: number): SamplePerson[] {
  return Array.from({ length: count }, (_, i) => {
    const sex = i % 2 ? 'female' : 'male';
    const birthDate = `${1936 + ((i * 7) % 90)}-0${1 + (i % 9)}-1${i % 9}`;
    const idNumber = sampleIdNumber(birthDate, sex, i);
    return { name: `${names[i % names.length]}`, sex, birthDate, idNumber, phone: samplePhone(i), address: '成都市' };
  });
}
