import { listQuery, textFilter } from '@golden/contracts/schemas';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm, useWatch } from 'react-hook-form';
import { describe, expect, it } from 'vitest';

import { fill, field, inWords, pick, upload } from '@/testing/form';
import { renderApp, testLocale, texts } from '@/testing/app';
import { id, otherId, pageOf } from '@/testing/rows';

import { CountCard } from './count-card';
import {
  ChoiceFilter,
  DateRangeFilter,
  DurationRangeFilter,
  NumberRangeFilter,
  PresenceFilter,
  RelationFilter,
  TextFilter,
  TimeRangeFilter,
  ToggleFilter,
  YesNoFilter,
} from './filters';
import { FirstSteps } from './first-steps';
import {
  DateInput,
  FileInput,
  JsonInput,
  MoneyInput,
  NumberInput,
  RelationsInput,
  SwitchInput,
  TimeInput,
  WholeNumberInput,
  YesNoInput,
  BytesInput,
} from './inputs';
import { useListState, type FilterKinds } from './list-state';
import { ListToolbar } from './list-toolbar';
import { presetFrom } from './preset';
import { RecordLinks } from './record-page';
import { RecordTabs } from './record-tabs';
import { RecordsTable } from './records-table';
import type { RelationSource } from './relation';
import { useFormats } from './use-formats';
import { BytesLink, CodeText, EmailLink, FileLink, JsonText, WebLink } from './values';

const schema = listQuery({ filter: { name: textFilter() }, sortable: ['name', 'createdAt'], sort: ['name'] });
const kinds: FilterKinds = {
  name: 'contains',
  kind: 'choice',
  paid: 'equals',
  startsAt: 'range',
  day: 'range',
  price: 'range',
  opensAt: 'range',
  length: 'range',
  chip: 'presence',
  ownerId: 'choice',
};
const owners: RelationSource = {
  key: ['owners'],
  search: () => Promise.resolve([{ id, label: 'Ada' }]),
  find: () => Promise.resolve({ id, label: 'Ada' }),
};

function Filters() {
  const list = useListState(schema, kinds);
  return (
    <ListToolbar list={list} searchLabel="Look">
      <TextFilter list={list} field="name" label="Name" />
      <ChoiceFilter list={list} field="kind" label="Kind" options={[{ value: 'a', label: 'A' }]} />
      <YesNoFilter list={list} field="paid" label="Paid" />
      <DateRangeFilter list={list} field="startsAt" label="Starts" moment />
      <DateRangeFilter list={list} field="day" label="Day" />
      <NumberRangeFilter list={list} field="price" label="Price" unit="EUR" />
      <TimeRangeFilter list={list} field="opensAt" label="Opens" />
      <DurationRangeFilter list={list} field="length" label="Length" />
      <PresenceFilter list={list} field="chip" label="Chip" />
      <RelationFilter list={list} field="ownerId" label="Owner" source={owners} />
      <ToggleFilter list={list} field="removed" label="Deleted" />
    </ListToolbar>
  );
}

const address = () => decodeURIComponent(window.location.search);
const open = async (name: RegExp | string) => {
  await userEvent.click(screen.getByRole('button', { name }));
};

describe('filters', () => {
  it('a range of days includes its last one', async () => {
    renderApp(<Filters />, {});
    await open('Starts');
    await fill(texts.List.from, '2026-05-01');
    expect(address()).toBe('?startsAt=2026-05-01T00:00:00.000Z..');
    await fill(texts.List.until, '2026-05-31');
    expect(address()).toBe('?startsAt=2026-05-01T00:00:00.000Z..2026-06-01T00:00:00.000Z');
  });

  it('a range of days may have no beginning', () => {
    window.history.replaceState(null, '', '?day=..2026-06-01');
    renderApp(<Filters />, {});
    expect(screen.getByRole('button', { name: /^Day: .*31/ })).toBeVisible();
  });

  it('a range of numbers goes up to a bound and not beyond it', async () => {
    renderApp(<Filters />, {});
    await open('Price');
    await fill(texts.List.atLeast, '5');
    expect(address()).toBe('?price=5..');
    await fill(texts.List.below, '10');
    expect(address()).toBe('?price=5..10');
    expect(screen.getByRole('button', { name: /^Price: 5 EUR – 10 EUR$/, hidden: true })).toBeInTheDocument();
  });

  it.each([
    ['price=..10', /^Price: .*10 EUR/],
    ['opensAt=08:30:00..', /^Opens: .*8:30/],
    ['length=PT30M..', /^Length: .*30 min/],
  ])('tells a range in words: %s', (query, name) => {
    window.history.replaceState(null, '', `?${query}`);
    renderApp(<Filters />, {});
    expect(screen.getByRole('button', { name })).toBeVisible();
  });

  it('a range of times and one of durations', async () => {
    renderApp(<Filters />, {});
    await open('Opens');
    await fill(texts.List.atLeast, '08:30');
    expect(address()).toBe('?opensAt=08:30:00..');
    await userEvent.keyboard('{Escape}');
    await open('Length');
    await fill(texts.List.below, '45');
    expect(address()).toBe('?opensAt=08:30:00..&length=..PT45M');
  });

  it('part of a text', async () => {
    renderApp(<Filters />, {});
    await open('Name');
    await fill(texts.List.contains, ' rex ');
    expect(address()).toBe('');
    expect(await screen.findByRole('button', { name: 'Name: rex', hidden: true })).toBeInTheDocument();
    expect(address()).toBe('?name=rex');
  });

  it('one of a few, yes or no, and whether there is a value', async () => {
    renderApp(<Filters />, {});
    await open('Kind');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'A' }));
    await userEvent.keyboard('{Escape}');
    await open('Paid');
    await pick('Paid', texts.Detail.yes);
    await userEvent.keyboard('{Escape}');
    await open('Chip');
    await pick('Chip', texts.List.missing);
    expect(address()).toBe('?kind=a&paid=true&chip=none');
  });

  it('rows of another entity, whose names are looked up', async () => {
    window.history.replaceState(null, '', `?ownerId=${id}`);
    renderApp(<Filters />, {});
    await userEvent.click(await screen.findByRole('button', { name: 'Owner: Ada' }));
    await userEvent.click(await screen.findByRole('button', { name: texts.Picker.remove.replace('{label}', 'Ada') }));
    expect(address()).toBe('');
  });

  it('what was deleted; and all are cleared at once', async () => {
    renderApp(<Filters />, {});
    await open('Deleted');
    expect(address()).toBe('?removed=true');
    await open(texts.List.reset);
    expect(address()).toBe('');
  });
});

interface Row {
  readonly id: string;
  readonly name: string;
}

function Table({ pages }: { readonly pages: Readonly<Record<string, Row[]>> }) {
  const list = useListState(schema, kinds);
  const items = pages[list.query.cursor ?? ''] ?? [];
  return (
    <>
      <ListToolbar list={list} searchLabel="Look" />
      <output>{JSON.stringify(list.query)}</output>
      <RecordsTable
        label="Pets"
        columns={[{ id: 'name', header: 'Name', sort: 'name', cell: ({ name }) => name }]}
        list={list}
        result={{
          data: { items, nextCursor: list.query.cursor === null && 'more' in pages ? 'more' : null },
          isError: false,
          isPlaceholderData: false,
          refetch: () => undefined,
        }}
        href={(row) => `/pets/${row.id}`}
        count={(count) => `${count} pets`}
        empty={<p>None yet</p>}
      />
    </>
  );
}

const query = () => JSON.parse(screen.getByText(/"filter"/).textContent) as unknown;

describe('a table', () => {
  it('asks for what the address says', () => {
    window.history.replaceState(null, '', '?name=rex&sort=-createdAt&cursor=more');
    renderApp(<Table pages={{ more: [] }} />, {});
    expect(query()).toMatchObject({ filter: { name: { contains: 'rex' } }, sort: ['-createdAt'], cursor: 'more' });
  });

  it('passes over what makes no sense in an address', () => {
    window.history.replaceState(null, '', '?sort=password&name=rex&kind=a&q=max&removed=true');
    renderApp(<Table pages={{}} />, {});
    expect(query()).toMatchObject({ sort: ['name'], filter: { name: { contains: 'rex' } }, search: 'max' });
  });

  it('searches once the typing stops', async () => {
    renderApp(<Table pages={{}} />, {});
    expect(screen.getByText('None yet')).toBeVisible();
    await userEvent.type(screen.getByRole('searchbox'), 'rex');
    expect(await screen.findByText(texts.List.noMatch)).toBeVisible();
    expect(address()).toBe('?q=rex');
  });

  it('is sorted by a column, one way and the other', async () => {
    renderApp(<Table pages={{ '': [{ id, name: 'Rex' }] }} />, {});
    await open('Name');
    await waitFor(() => {
      expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
    });
    await open('Name');
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getByText('1 pets')).toBeVisible();
  });

  it('goes to the next page and back', async () => {
    renderApp(<Table pages={{ '': [{ id, name: 'Rex' }], more: [{ id: otherId, name: 'Luna' }] }} />, {});
    await open(texts.List.next);
    expect(screen.getByRole('link', { name: 'Luna' })).toHaveAttribute('href', `/pets/${otherId}`);
    await open(texts.List.previous);
    expect(screen.getByRole('link', { name: 'Rex' })).toBeVisible();
  });
});

it('takes from an address only what it names', () => {
  const address = { ownerId: 'o', motherId: ['a', 'b'], role: 'admin', tagIds: 'x,y' };
  expect(presetFrom(address, { one: ['ownerId', 'motherId'], many: ['tagIds'] })).toEqual({
    ownerId: 'o',
    tagIds: ['x', 'y'],
  });
});

interface Values {
  paid: boolean;
  sure: boolean | null;
  total: string | null;
  age: number | null;
  long: string | null;
  day: string | null;
  at: string | null;
  settings: unknown;
  photo?: { name: string; mediaType: string; content: string } | null;
  bytes: string | null;
  ownerIds: string[];
}

function Inputs() {
  const { control } = useForm<Values>({
    defaultValues: {
      paid: false,
      sure: null,
      total: null,
      age: null,
      long: null,
      day: null,
      at: null,
      settings: null,
      bytes: null,
      ownerIds: [id],
    },
  });
  return (
    <>
      <SwitchInput control={control} name="paid" label="Paid" />
      <YesNoInput control={control} name="sure" label="Sure" />
      <MoneyInput control={control} name="total" label="Total" currency="EUR" />
      <NumberInput control={control} name="age" label="Age" step={1} min={0} max={30} />
      <WholeNumberInput control={control} name="long" label="Long" unit="km" />
      <DateInput control={control} name="day" label="Day" />
      <TimeInput control={control} name="at" label="At" />
      <JsonInput control={control} name="settings" label="Settings" />
      <FileInput control={control} name="photo" label="Photo" maxBytes={10} initial={{ name: 'old.png' }} />
      <BytesInput control={control} name="bytes" label="Bytes" maxBytes={10} />
      <RelationsInput control={control} name="ownerIds" label="Owners" source={owners} initial={undefined} />
      <output>{JSON.stringify(useWatch({ control }))}</output>
    </>
  );
}

it('a form holds what its inputs show', async () => {
  renderApp(<Inputs />, {});
  const held = () => JSON.parse(screen.getByText(/"paid"/).textContent) as Values;
  await userEvent.click(screen.getByRole('switch', { name: 'Paid' }));
  await pick('Sure', texts.Detail.no);
  await fill('Total', inWords('12.5'));
  await fill('Age', '7');
  await fill('Long (km)', '9007199254740993');
  await fill('Day', '2026-05-02');
  await fill('At', '10:30');
  await fill('Settings', '{"a":1}');
  expect(screen.getByText('old.png')).toBeVisible();
  await upload('Photo', new File([new Uint8Array([1, 2, 3])], 'rex.png', { type: 'image/png' }));
  await upload('Bytes', new File([new Uint8Array([1, 2, 3])], 'any.bin'));
  expect(await screen.findByText('Ada')).toBeVisible();
  expect(held()).toEqual({
    paid: true,
    sure: false,
    total: '12.50',
    age: 7,
    long: '9007199254740993',
    day: '2026-05-02',
    at: '10:30:00',
    settings: { a: 1 },
    photo: { name: 'rex.png', mediaType: 'image/png', content: 'AQID' },
    bytes: 'AQID',
    ownerIds: [id],
  });
  await userEvent.clear(field('Settings'));
  const [photo, bytes] = screen.getAllByRole('button', { name: texts.Form.file.remove });
  for (const button of [photo, bytes]) {
    if (button) {
      await userEvent.click(button);
    }
  }
  expect(held()).toMatchObject({ settings: null, photo: null, bytes: null });
});

function Shown() {
  const formats = useFormats();
  const words = [
    formats.money('1234.50', 'EUR'),
    formats.decimal('90071992547409.93', 'kg'),
    formats.number(1234.5, 'km'),
    formats.duration('PT1H30M'),
    formats.time('08:05:00'),
    formats.yesNo(false),
    formats.bytes(1_500_000),
  ];
  return <p>{words.join(' | ')}</p>;
}

it('writes values as one does in the language of the reader', () => {
  const number = (value: number | `${number}`, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(testLocale, options).format(value);
  renderApp(<Shown />, {});
  expect(screen.getByText(/EUR|€/)).toHaveTextContent(
    [
      number('1234.50', { style: 'currency', currency: 'EUR' }),
      `${number('90071992547409.93', { minimumFractionDigits: 2 })} kg`,
      `${number(1234.5)} km`,
      '90 min',
      new Intl.DateTimeFormat(testLocale, { timeStyle: 'short', timeZone: 'UTC' }).format(
        new Date('1970-01-01T08:05Z'),
      ),
      texts.Detail.no,
      number(1.5, { style: 'unit', unit: 'megabyte' }),
    ]
      .join(' | ')
      .replaceAll(/\s/g, ' '),
  );
});

describe('values on a page', () => {
  it('links lead where they say', () => {
    renderApp(
      <>
        <EmailLink value="ada@example.com" />
        <WebLink value="https://example.com/a" />
        <RecordLinks links={[{ href: '/owners/1', label: 'Ada' }]} />
        <BytesLink name="key.bin" content="AQID" />
      </>,
      {},
    );
    expect(screen.getByRole('link', { name: 'ada@example.com' })).toHaveAttribute('href', 'mailto:ada@example.com');
    expect(screen.getByRole('link', { name: 'example.com/a' })).toHaveAttribute('rel', 'noreferrer');
    expect(screen.getByRole('link', { name: 'Ada' })).toHaveAttribute('href', '/owners/1');
    expect(screen.getByRole('link', { name: /3/ })).toHaveAttribute('download', 'key.bin');
  });

  it('what machines read is shown as it is', () => {
    renderApp(
      <>
        <CodeText>abc</CodeText>
        <JsonText value={{ a: [1] }} />
      </>,
      {},
    );
    expect(screen.getByText('abc')).toBeVisible();
    expect(screen.getByText(/"a": \[/)).toBeVisible();
  });

  it('an image is shown at once, any other file once it is asked for', async () => {
    const content = (name: string, mediaType: string) => ({
      queryKey: [name],
      queryFn: () => Promise.resolve({ name, mediaType, content: 'AQID' }),
    });
    renderApp(
      <>
        <FileLink file={{ name: 'rex.png', mediaType: 'image/png', size: 3 }} query={content('rex.png', 'image/png')} />
        <FileLink
          file={{ name: 'a.pdf', mediaType: 'application/pdf', size: 3 }}
          query={content('a.pdf', 'application/pdf')}
        />
      </>,
      {},
    );
    expect(await screen.findByRole('img', { name: 'rex.png' })).toHaveAttribute('src', 'data:image/png;base64,AQID');
    await userEvent.click(screen.getByRole('button', { name: /a\.pdf/ }));
    expect(await screen.findByRole('link', { name: /a\.pdf/ })).toHaveAttribute('download', 'a.pdf');
  });
});

describe('the first page', () => {
  const icon = () => null;

  it('counts, as far as it has counted', () => {
    renderApp(<CountCard href="/" icon={icon as never} label="Pets" page={{ items: [1], nextCursor: 'more' }} />, {});
    expect(screen.getByRole('link', { name: /^Pets\s*1\+$/ })).toBeVisible();
  });

  it('leads to the first step that is left, until all are done', () => {
    const step = { text: '', href: '/' as const, icon: icon as never };
    renderApp(
      <FirstSteps
        steps={[
          { ...step, label: 'New owner', page: pageOf(1) },
          { ...step, label: 'New pet', page: pageOf() },
        ]}
      />,
      {},
    );
    expect(screen.getByText(texts.Home.stepDone)).toBeVisible();
    expect(screen.getByRole('link', { name: 'New pet' })).toBeVisible();
  });

  it('is silent once all is done', () => {
    const step = { label: 'New owner', text: '', href: '/' as const, icon: icon as never, page: pageOf(1) };
    renderApp(<FirstSteps steps={[step]} />, {});
    expect(screen.queryByText(texts.Home.firstSteps)).toBeNull();
  });
});

it('a row without anything that belongs to it has no tabs', () => {
  renderApp(<RecordTabs tabs={[]} />, {});
  expect(screen.queryByRole('tablist')).toBeNull();
});
