import type { PlaceKind, PlaceView, WayMode, WayRow, Words } from '../../schema/places.ts';
import { departmentEnglish } from './department-english.ts';

export type DraftFacility = {
  id: string;
  level: number;
  provincial: boolean;
  lon: number | null;
  lat: number | null;
};
export type DraftDepartment = { id: string; name: string; catalogCode: string; place: string };
export type DraftWay = Omit<WayRow, 'id'>;
export type DraftMap = { places: PlaceView[]; ways: DraftWay[] };

const say = (zh: string, en: string): Words => ({ zh, en });
const nothing = say('', '');
const outpatient = say('门诊楼', 'Outpatient building');
const technical = say('医技楼', 'Diagnostics building');
/** Which way a zone lies, standing with one's back to the lifts. */
const sides: Record<string, Words> = {
  A: say('向左', 'Turn left'),
  B: say('一直向前', 'Go straight on'),
  C: say('向右', 'Turn right'),
};

type Spot = { building: string; floor: number; zone: string };

/** '门诊楼3层A区' → building, floor and zone; what cannot be read is the ground floor's zone A. */
export function readSpot(place: string): Spot {
  const found = /^(.*?)(\d{1,2})\s*[层楼](?:.*?([A-Z])\s*区)?/.exec(place);
  const building = (found?.[1] ?? '').trim();
  return { building: building || outpatient.zh, floor: Number(found?.[2] ?? 1), zone: found?.[3] ?? 'A' };
}

/**
 * A first map of a facility from what is known of it: entrances, lifts, a desk and zones on each floor, the rooms,
 * cashier, pharmacy and tests. It is a sample until the hospital has walked it, and is labelled so.
 */
export function draftMap(facility: DraftFacility, departments: DraftDepartment[]): DraftMap {
  const spots = departments.map((department) => ({ department, spot: readSpot(department.place) }));
  const floors = Math.max(2, ...spots.map(({ spot }) => spot.floor));
  const large = facility.provincial || facility.level >= 3;
  const sheet = newSheet();
  addEntrances(sheet, facility, large);
  addFloors(sheet, floors, large);
  addRooms(sheet, spots);
  addServices(sheet, large);
  return { places: sheet.places, ways: sheet.ways };
}

function newSheet() {
  const places: PlaceView[] = [];
  const ways: DraftWay[] = [];
  return {
    places,
    ways,
    place(id: string, kind: PlaceKind, floor: number, name: Words, more: Partial<PlaceView> = {}) {
      const plain = { building: outpatient, departmentId: null, lon: null, lat: null };
      if (!places.some((known) => known.id === id)) places.push({ ...plain, ...more, id, kind, floor, name });
    },
    way(fromId: string, toId: string, mode: WayMode, seconds: number, there = nothing, back = nothing) {
      ways.push({ fromId, toId, mode, seconds, oneWay: false, there, back });
    },
  };
}
type Sheet = ReturnType<typeof newSheet>;

/** Doors have positions of their own, some 60 m from the middle of the building (E11). */
function addEntrances(sheet: Sheet, { lon, lat }: DraftFacility, large: boolean): void {
  const door = (east: number, north: number) =>
    lon === null || lat === null ? {} : { lon: round(lon + east), lat: round(lat + north) };
  const hall = say('门诊大厅导医台', 'Help desk in the main hall');
  sheet.place('E1', 'entrance', 1, say('门诊楼正门', 'Main entrance'), door(0, -0.0006));
  sheet.place('E2', 'entrance', 1, say('东侧门（公交站）', 'East door (bus stop)'), door(0.0007, 0));
  sheet.place('G1', 'landmark', 1, hall);
  sheet.way(
    ...(['E1', 'G1', 'walk', 30] as const),
    say('进正门，向前走到大厅中间的导医台', 'Go through the main entrance to the help desk in the middle of the hall'),
    say('背对导医台，向前走出正门', 'With your back to the help desk, walk out through the main entrance'),
  );
  sheet.way(
    ...(['E2', 'G1', 'walk', 50] as const),
    say(
      '进东侧门，沿走廊直走到大厅导医台',
      'From the east door follow the corridor straight on to the help desk in the hall',
    ),
    say(
      '面对导医台，右手边的走廊走到底是东侧门',
      'Facing the help desk, take the corridor on your right to its end: the east door',
    ),
  );
  if (!large) return;
  sheet.place('E3', 'entrance', -1, say('地下停车场电梯厅', 'Car park lift lobby'), door(-0.0005, 0.0002));
  sheet.way('E3', 'L1', 'lift', 60);
}

const round = (value: number) => Math.round(value * 1e5) / 1e5;

/** On each floor a lift lobby, a triage desk and a toilet; lifts stop everywhere, stairs lead to the next floor. */
function addFloors(sheet: Sheet, floors: number, large: boolean): void {
  for (let n = 1; n <= floors; n += 1) {
    sheet.place(`L${n}`, 'lift', n, say(`${n}层电梯厅`, `Lift lobby, floor ${n}`));
    sheet.place(`C${n}`, 'check-in', n, say(`${n}层分诊台`, `Check-in desk, floor ${n}`));
    sheet.place(`W${n}`, 'toilet', n, say(`${n}层卫生间`, `Toilets, floor ${n}`));
    sheet.way(
      ...([`L${n}`, `C${n}`, 'walk', 15] as const),
      say('出电梯厅，正前方是分诊台', 'Leave the lift lobby: the check-in desk is straight ahead'),
      say('背对分诊台，正前方是电梯厅', 'With your back to the check-in desk the lifts are straight ahead'),
    );
    sheet.way(
      ...([`L${n}`, `W${n}`, 'walk', 20] as const),
      say('电梯厅右侧，看到卫生间标志', 'To the right of the lifts, by the toilet sign'),
      say('出卫生间向左，是电梯厅', 'Leave the toilets to the left: the lift lobby'),
    );
    for (let up = n + 1; up <= floors; up += 1) sheet.way(`L${n}`, `L${up}`, 'lift', 45 + 8 * (up - n));
    if (n < floors) sheet.way(`L${n}`, `L${n + 1}`, large && n < 4 ? 'escalator' : 'stairs', 35);
  }
  sheet.way(
    ...(['G1', 'L1', 'walk', 20] as const),
    say('绕过导医台，后面就是电梯厅', 'Walk round the help desk: the lifts are behind it'),
    say('出电梯厅，前面大厅中间是导医台', 'Leave the lift lobby: the help desk is in the middle of the hall'),
  );
}

function addRooms(sheet: Sheet, spots: { department: DraftDepartment; spot: Spot }[]): void {
  const doors = new Map<string, number>();
  for (const { department, spot } of spots) {
    const { floor, zone } = spot;
    const zoneId = `Z${floor}${zone}`;
    const building = spot.building === outpatient.zh ? outpatient : say(spot.building, '');
    if (!doors.has(zoneId)) {
      const name = say(`${floor}层${zone}区候诊区`, `Waiting area ${zone}, floor ${floor}`);
      const side = sides[zone] ?? say('向前', 'Go on');
      sheet.place(zoneId, 'landmark', floor, name, { building });
      sheet.way(
        ...([`C${floor}`, zoneId, 'walk', 25] as const),
        say(
          `背对电梯，从分诊台${side.zh}，跟着“${zone}区”指示牌走约20米`,
          `With your back to the lifts: ${side.en.toLowerCase()} at the check-in desk and follow the signs “${zone}” for about 20 metres`,
        ),
        say(
          `从${zone}区候诊区走回分诊台，约20米`,
          `Walk back from waiting area ${zone} to the check-in desk, about 20 metres`,
        ),
      );
    }
    const door = (doors.get(zoneId) ?? 0) + 1;
    doors.set(zoneId, door);
    const id = roomId(department.id);
    const english = departmentEnglish(department.catalogCode);
    sheet.place(id, 'room', floor, say(department.name, english), { building, departmentId: department.id });
    sheet.way(
      ...([zoneId, id, 'walk', 8 + 4 * door] as const),
      say(
        `候诊区内左手第${door}个门，门上写着“${department.name}”`,
        `In the waiting area the ${ordinal(door)} door on the left, marked “${department.name}”`,
      ),
      say('出诊室就是候诊区', 'Leave the room: you are in the waiting area'),
    );
  }
}

/** 'H0001:03.04' → 'R03.04'. */
const roomId = (departmentId: string): string =>
  `R${(departmentId.split(':')[1] ?? departmentId).replace(/[^A-Za-z0-9.-]/g, '')}`.slice(0, 16);
const ordinal = (n: number): string => `${n}${['th', 'st', 'nd', 'rd'][n % 10 > 3 || (n > 10 && n < 14) ? 0 : n % 10]}`;

function addServices(sheet: Sheet, large: boolean): void {
  const along = (from: string, id: string, seconds: number, there: Words, back: Words) =>
    sheet.way(from, id, 'walk', seconds, there, back);
  const toHall = say('走回大厅中间的导医台', 'Walk back to the help desk in the middle of the hall');
  sheet.place('PAY', 'cashier', 1, say('门诊收费处', 'Cashier'));
  sheet.place('PHA', 'pharmacy', 1, say('门诊药房', 'Pharmacy'));
  along('G1', 'PAY', 20, say('导医台左侧，标着“收费”的窗口', 'Left of the help desk: the windows marked 收费'), toHall);
  along(
    'G1',
    'PHA',
    30,
    say('导医台右侧走到底，标着“取药”的窗口', 'Right of the help desk to the end: windows marked 取药'),
    toHall,
  );
  const building = large ? technical : outpatient;
  const hub = large ? 'B2' : 'C2';
  if (large) {
    sheet.place('B2', 'landmark', 2, say('医技楼2层大厅', 'Diagnostics hall, floor 2'), { building });
    along(
      ...(['L2', 'B2', 60] as const),
      say('出2层电梯厅向右，沿连廊走到医技楼', 'On floor 2 leave the lifts to the right and follow the covered bridge'),
      say('沿连廊走回门诊楼2层电梯厅', 'Follow the covered bridge back to the lifts on floor 2'),
    );
  }
  const toHub = large
    ? say('走回医技楼2层大厅', 'Walk back to the diagnostics hall')
    : say('走回2层分诊台', 'Walk back to the check-in desk on floor 2');
  const services: [id: string, kind: PlaceKind, name: Words][] = [
    ['LAB', 'laboratory', say('抽血处', 'Blood tests')],
    ['ULT', 'ultrasound', say('超声科', 'Ultrasound')],
    ['ECG', 'ecg', say('心电图室', 'ECG')],
    ['IMG', 'imaging', say('放射科', 'X-ray, CT and MRI')],
    ['END', 'endoscopy', say('内镜中心', 'Endoscopy')],
  ];
  services.forEach(([id, kind, name], i) => {
    sheet.place(id, kind, 2, name, { building });
    const there = say(
      `跟着“${name.zh}”指示牌走，约${10 + 10 * i}米`,
      `Follow the signs “${name.zh}” for about ${10 + 10 * i} metres`,
    );
    along(hub, id, 12 + 8 * i, there, toHub);
  });
}
