import { notFound } from 'next/navigation';
import { TextProvider } from '../_text/text-provider.tsx';
import { Button, ButtonLink } from '../_ui/button.tsx';
import { Callout, EmptyState, Skeleton, StatusBadge, type Tone } from '../_ui/callout.tsx';
import { CheckField, RadioGroup, SelectField, TextArea, TextField } from '../_ui/field.tsx';
import { PageHead, Panel, Row, Section, Stack } from '../_ui/page-head.tsx';
import { Facts, SimpleTable } from '../_ui/table.tsx';
import css from './gallery.module.css';
import { GalleryFaults } from './gallery-faults.tsx';
import { GalleryRefusals } from './gallery-refusals.tsx';

const tones: Tone[] = ['info', 'good', 'wait', 'stop', 'plain'];
const colours = [
  'brand',
  'brand-strong',
  'brand-soft',
  'ink',
  'ink-2',
  'ink-3',
  'ground',
  'line',
  'good',
  'wait',
  'stop',
  'info',
  'focus',
];
const scale = ['3xl', '2xl', 'xl', 'l', 'm', 's'];

/** Every part in every state on one page, to look at and to test. Only in development and for journeys. */
export default function GalleryPage() {
  if (process.env.NODE_ENV === 'production' && process.env.HUIMIN_GALLERY !== '1') notFound();
  return (
    <main id="main" className={css.page}>
      <PageHead title="部件一览" lead="设计语言的全部部件和状态。改动后先看这一页。" updated="更新于 09:41" />
      <Section title="字号与行距">
        {scale.map((size) => (
          <p key={size} className={css.sample} data-size={size}>
            惠民健康 预约诊疗 Appointment 0123456789
          </p>
        ))}
      </Section>
      <Section title="颜色">
        <ul className={css.colours}>
          {colours.map((name) => (
            <li key={name} data-colour={name}>
              <span aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="按钮">
        <Row>
          <Button>确认预约</Button>
          <Button look="second">改约</Button>
          <Button look="quiet">不需要</Button>
          <Button look="stop">取消预约</Button>
          <Button disabled>不可用</Button>
          <Button working>正在处理…</Button>
          <Button small>小按钮</Button>
          <ButtonLink href="/gallery">链接</ButtonLink>
        </Row>
      </Section>
      <Fields />
      <Section title="提示与状态">
        <Stack>
          {tones.map((tone) => (
            <Callout key={tone} tone={tone} title={`提示 ${tone}`}>
              <p>一句话说明发生了什么、接下来做什么。</p>
            </Callout>
          ))}
          <Row>
            {tones.map((tone) => (
              <StatusBadge key={tone} tone={tone}>
                {tone}
              </StatusBadge>
            ))}
          </Row>
          <TextProvider areas={[]}>
            <GalleryFaults />
          </TextProvider>
          <EmptyState title="还没有预约" action={<ButtonLink href="/gallery">去预约</ButtonLink>}>
            可以按科室、医院或医生查找。
          </EmptyState>
          <Skeleton label="正在读取" />
        </Stack>
      </Section>
      <Section title="表格与事实">
        <Stack>
          <SimpleTable
            caption="示例"
            rows={[
              { id: '1', name: '心血管内科', free: 12 },
              { id: '2', name: '儿科', free: 0 },
            ]}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', label: '科室', cell: (row) => row.name },
              { key: 'free', label: '余号', cell: (row) => row.free, align: 'end' },
            ]}
          />
          <Panel>
            <Facts
              facts={[
                { label: '就诊时间', value: '11月24日 周二 09:00–09:30' },
                { label: '挂号费', value: '15 元' },
              ]}
            />
          </Panel>
        </Stack>
      </Section>
      <GalleryRefusals />
    </main>
  );
}

function Fields() {
  return (
    <Section title="表单">
      <Panel>
        <TextField name="plain" label="姓名" hint="与身份证一致" />
        <TextField name="wrong" label="身份证号码" defaultValue="510" error="证件号码应为 18 位。" />
        <TextField name="short" label="验证码" short defaultValue="123456" />
        <SelectField name="select" label="地区" choices={[{ value: '', label: '全省' }]} />
        <TextArea name="area" label="原因" />
        <RadioGroup
          {...{ name: 'radio', legend: '时间段', columns: true, value: 'a' }}
          choices={[
            { value: 'a', label: '09:00–09:30', hint: '余 3' },
            { value: 'b', label: '09:30–10:00', hint: '余 1' },
            { value: 'c', label: '10:00–10:30', hint: '已满', disabled: true },
          ]}
        />
        <CheckField name="check" label="我声明填写的信息属实" />
      </Panel>
    </Section>
  );
}
