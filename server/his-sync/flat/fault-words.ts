import type { z } from 'zod';
import type { Column } from '#fhir/flat/column.ts';
import { type Kind, kindNamed } from '#fhir/flat/kinds.ts';
import type { Both, Fault, wordedFault } from './schema.ts';

type Params = NonNullable<Fault['params']>;
type Words = { what: Both; way: Both };
/** `{at}` and the like are filled from the fault; `{words}` are the words that the column may hold. */
const say = (whatZh: string, wayZh: string, whatEn: string, wayEn: string): Words => ({
  what: { zh: whatZh, en: whatEn },
  way: { zh: wayZh, en: wayEn },
});

/**
 * What is wrong and what to write, in both languages: a program that sends files reads the same sentences as people at the
 * screen, so they stand here and not among the texts of the pages.
 */
const words: Readonly<Record<string, Words>> = {
  // of the file
  empty: say(
    '文件里没有一行数据',
    '请从模板填写后再上传',
    'There is no row of data in the file',
    'Fill in the template, then send it again',
  ),
  encoding: say(
    '文字的编码认不出来',
    '请另存为“CSV UTF-8”',
    'Nobody can tell its character set',
    'Save it as “CSV UTF-8”',
  ),
  'spreadsheet-file': say(
    '这是表格软件自己的文件',
    '请在表格软件里另存为“CSV UTF-8”再上传',
    'This is the spreadsheet program’s own file',
    'Save it there as “CSV UTF-8” and send that',
  ),
  quote: say(
    '英文双引号没有成对，从这一行起读不下去',
    '单元格里有双引号的，整格用双引号括起来，里面的写两个',
    'Double quotes do not match; nothing from this row on can be read',
    'Put the cell in double quotes and double those inside it',
  ),
  'first-column': say(
    '第一列的名称看不出是哪张表',
    '第一列请用：{names} 之一',
    'The first heading does not say which table this is',
    'Begin with one of: {names}',
  ),
  'column-unknown': say(
    '第 {at} 列不是这张表的列',
    '请改成模板里的名称，或删去这一列',
    'Column {at} does not belong to this table',
    'Give it a name of the template, or take it out',
  ),
  'column-twice': say('这一列出现了两次', '请只留一列', 'This column stands there twice', 'Keep one of them'),
  'column-missing': say(
    '缺少这一必填的列',
    '请按模板补上这一列',
    'This required column is missing',
    'Add it as in the template',
  ),
  'too-many': say('超过 {most} 行', '请分成几个文件上传', 'More than {most} rows', 'Send it in several files'),
  json: say(
    '不是平台认得的 JSON',
    '请写成 {"patients": [{…}], "results": [{…}]}',
    'It is no JSON of the form agreed',
    'Write {"patients": [{…}], "results": [{…}]}',
  ),
  'json-table': say(
    '有不认识的表名，或表的内容不是一组行',
    '表名请用：{names}；内容写成 [{…}, {…}]',
    'A table of unknown name, or one that is no list of rows',
    'Name tables: {names}, each a list [{…}, {…}]',
  ),
  'json-twice': say(
    '同一张表写了两次',
    '中文名和英文名只用一个，把行合成一组',
    'The same table stands there twice',
    'Use one of its two names, and put its rows into one list',
  ),
  'json-row': say(
    '这一行不是“列名: 内容”的形式',
    '请写成 {"列名": "内容", …}',
    'This row does not name its columns',
    'Write {"column": "content", …}',
  ),
  // of a row
  cells: say(
    '没有标题的列里有内容，多半是多了一个逗号',
    '请核对这一行的逗号；内容里有逗号的整格加双引号',
    'There is content beyond the headings, mostly by a comma too many',
    'Check the commas; put a cell that holds one in double quotes',
  ),
  needed: say('必填，但是空着', '请填写', 'It is required, but empty', 'Fill it in'),
  id: say(
    '编号里有不能用的字符',
    '只用字母、数字、“-”和“.”，最多 64 位',
    'The number holds characters that it may not',
    'Use letters, digits, - and . only, at most 64',
  ),
  day: say(
    '日期读不出来，或没有这一天',
    '写成 2026-11-02',
    'No day can be read, or there is no such day',
    'Write it as 2026-11-02',
  ),
  moment: say('时间读不出来', '写成 2026-11-02 10:30', 'No time can be read', 'Write it as 2026-11-02 10:30'),
  future: say('时间在将来', '请核对年月日', 'It lies in the future', 'Check the year, month and day'),
  word: say('不在可以写的词里', '请写：{words}', 'Not one of the words it may be', 'Write one of: {words}'),
  number: say(
    '不是数字',
    '只写数字，如 5.60；单位写在“单位”列',
    'Not a number',
    'Write the number alone, as 5.60; the unit has a column of its own',
  ),
  'id-number': say(
    '不是 18 位身份证号',
    '写全 18 位，末位可以是 X；没有的空着',
    'Not an identity number of 18 characters',
    'Write all 18, the last may be X; leave it empty if there is none',
  ),
  spreadsheet: say(
    '号码被表格软件改成了 5.19E+17 的样子，位数已丢',
    '先把这一列设成“文本”，再重新填号码',
    'The spreadsheet turned the number into 5.19E+17, and digits are lost',
    'Format the column as text first, then write the number anew',
  ),
  phone: say(
    '不像电话号码',
    '只写数字，可以有“-”',
    'It does not look like a phone number',
    'Write digits, and - where you like',
  ),
  code: say(
    '代码不符合所写的代码种类',
    '请核对代码，或把代码种类改为“本院”',
    'The code is not of the kind that is named',
    'Check the code, or name the kind: own',
  ),
  text: say(
    '有损坏的字符',
    '多半是编码转换出错，请重新填写这一格',
    'It holds damaged characters',
    'Mostly a wrong character set; write the cell anew',
  ),
  long: say('超过 4000 字', '请缩短', 'Longer than 4,000 characters', 'Shorten it'),
  'before-start': say('早于开始时间', '请核对两个时间', 'Before its beginning', 'Check both times'),
  bounds: say('参考上限小于下限', '请核对上下限', 'The upper bound lies below the lower', 'Check both bounds'),
  twice: say(
    '同一编号、同一更新时间在文件里有两行不同的内容',
    '请只留一行，或写上各自的更新时间',
    'Two rows of one number and one time differ',
    'Keep one, or give each its own time of change',
  ),
  'same-version': say(
    '内容变了，更新时间没有变',
    '请把“更新时间”改成改动的时间',
    'The content has changed, its time of change has not',
    'Write when it was changed into “updated”',
  ),
  'patient-unknown': say(
    '这位患者的登记还没有收到',
    '不用改这一行：上传患者表以后会自动收下',
    'The table of patients has not brought this patient yet',
    'Leave the row as it is: it is taken once the patient has come',
  ),
  other: say(
    '没有通过检查（{reason}）',
    '请把这句话告诉平台的技术支持',
    'It did not pass a check ({reason})',
    'Tell this sentence to the support of the platform',
  ),
};

/** The words of a fault, with its column by name. */
export function wordFault(kindName: string, { column, fault, params = {} }: Fault): z.infer<typeof wordedFault> {
  const kind = kindNamed(kindName);
  const found = kind?.columns.find((one) => one.en === column);
  const { what, way } = words[fault] ?? (words.other as Words);
  return { column: found ? titleOf(found) : null, what: filled(what, found, params), way: filled(way, found, params) };
}

const titleOf = ({ zh, en }: Column | Kind): Both => ({ zh, en });

function filled({ zh, en }: Both, column: Column | undefined, params: Params): Both {
  const list = (language: 'zh' | 'en') =>
    column?.words.map((one) => one[language]).join(language === 'zh' ? '、' : ', ');
  const fill = (text: string, language: 'zh' | 'en') =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      String((name === 'words' ? list(language) : params[name]) ?? whole),
    );
  return { zh: fill(zh, 'zh'), en: fill(en, 'en') };
}
