import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import css from './field.module.css';

type FieldProps = { label: ReactNode; name: string; hint?: ReactNode; error?: ReactNode };

const describedBy = (name: string, hint: ReactNode, error: ReactNode) =>
  [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;

function Frame({ label, name, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={css.field} data-error={error ? '' : undefined}>
      <label htmlFor={name} className={css.label}>
        {label}
      </label>
      {hint ? (
        <p id={`${name}-hint`} className={css.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className={css.error}>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** Label above, hint under it, error in words right above the box. `name` is also the element's id. */
export function TextField({
  label,
  hint,
  error,
  short,
  ...rest
}: FieldProps & { short?: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Frame label={label} name={rest.name} hint={hint} error={error}>
      <input
        id={rest.name}
        {...rest}
        className={short ? css.short : css.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(rest.name, hint, error)}
      />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  ...rest
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <Frame label={label} name={rest.name} hint={hint} error={error}>
      <textarea
        id={rest.name}
        rows={3}
        {...rest}
        className={css.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(rest.name, hint, error)}
      />
    </Frame>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export function SelectField({
  label,
  hint,
  error,
  choices,
  ...rest
}: FieldProps & { choices: { value: string; label: string }[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Frame label={label} name={rest.name} hint={hint} error={error}>
      <select id={rest.name} {...rest} className={css.input} aria-describedby={describedBy(rest.name, hint, error)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** One of several, each a target as wide as the column. Disabled ones stay readable and say why in `hint`. */
export function RadioGroup(props: {
  legend: ReactNode;
  name: string;
  choices: Choice[];
  value?: string;
  error?: ReactNode;
  columns?: boolean;
  required?: boolean;
  onChoose?: (value: string) => void;
}) {
  return (
    <fieldset
      className={css.field}
      data-error={props.error ? '' : undefined}
      aria-describedby={props.error ? `${props.name}-error` : undefined}
    >
      <legend className={css.legend}>{props.legend}</legend>
      {props.error ? (
        <p id={`${props.name}-error`} className={css.error}>
          {props.error}
        </p>
      ) : null}
      <div className={props.columns ? css.columns : css.choices}>
        {props.choices.map((choice) => (
          <label key={choice.value} className={css.choice}>
            <input
              type="radio"
              name={props.name}
              value={choice.value}
              defaultChecked={choice.value === props.value}
              disabled={choice.disabled}
              required={props.required}
              onChange={props.onChoose ? () => props.onChoose?.(choice.value) : undefined}
            />
            <span>
              <span className={css.choiceLabel}>{choice.label}</span>
              {choice.hint ? <span className={css.choiceHint}>{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function CheckField({
  label,
  name,
  ...rest
}: { label: ReactNode; name: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className={css.check}>
      <input type="checkbox" id={name} name={name} {...rest} />
      <span>{label}</span>
    </label>
  );
}
