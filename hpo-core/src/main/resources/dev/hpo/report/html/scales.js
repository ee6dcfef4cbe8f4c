// Numbers as people read them, and the scale of a parameter: where a value lies on its axis, from 0 to 1.
'use strict';
const hpo = {};

hpo.number = (value, digits = 4) => {
  if (value === null || value === undefined) return '';
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return String(value);
  return size >= 1e-3 && size < 1e9 ? String(Number(value.toPrecision(digits))) : value.toExponential(digits - 1).replace(/\.?0+e/, 'e').replace('e+', 'e');
};

hpo.duration = millis => {
  if (millis < 0) return '';
  const seconds = millis / 1000;
  if (seconds < 1) return Math.round(millis) + ' ms';
  if (seconds < 60) return seconds.toFixed(1) + ' s';
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? minutes + ' min ' + Math.floor(seconds % 60) + ' s' : Math.floor(minutes / 60) + ' h ' + (minutes % 60) + ' min';
};

(() => {
  const forward = {
    LINEAR: value => value,
    LOG: Math.log,
    ONE_MINUS_LOG: value => -Math.log1p(-value),
    LOGIT: value => Math.log(value) - Math.log1p(-value),
  };
  const inverse = {
    LINEAR: position => position,
    LOG: Math.exp,
    ONE_MINUS_LOG: position => -Math.expm1(-position),
    LOGIT: position => 1 / (1 + Math.exp(-position)),
  };

  /** Near 1, where some scales are fine, as many digits as tell a value from it. */
  const digits = (scale, value) => (value > 0.9 && value < 1 && (scale === 'ONE_MINUS_LOG' || scale === 'LOGIT') ? 2 + Math.floor(-Math.log10(1 - value)) : 2);

  const ofChoices = choices => ({
    choices,
    position: place => place / Math.max(1, choices.length - 1),
    value: position => Math.round(position * Math.max(1, choices.length - 1)),
    text: place => choices[place],
    short: place => choices[place],
    label: place => choices[place] || '',
  });

  const ofNumbers = ({ scale, min, max }) => {
    const low = forward[scale](min);
    const span = forward[scale](max) - low;
    return {
      choices: null,
      position: value => (span === 0 ? 0.5 : Math.min(1, Math.max(0, (forward[scale](value) - low) / span))),
      value: position => inverse[scale](low + position * span),
      text: value => String(value),
      short: value => hpo.number(value, 1 + digits(scale, value)),
      label: value => hpo.number(value, digits(scale, value)),
    };
  };

  hpo.scale = parameter => (parameter.choices ? ofChoices(parameter.choices) : ofNumbers(parameter));

  /** An axis from 0 to 1 that is labelled with what lies there; choices have room on both sides. */
  hpo.axis = parameter => {
    const scale = parameter.scaled;
    const steps = scale.choices ? Math.max(1, scale.choices.length - 1) : 4;
    const room = scale.choices ? 0.5 / steps : 0;
    const last = scale.choices ? (scale.choices.length - 1) / steps : 1;
    const isWithin = position => position > -1e-9 && position < last + 1e-9;
    const isTick = position => !scale.choices || Math.abs(position * steps - Math.round(position * steps)) < 1e-6;
    return {
      type: 'value',
      min: -room,
      max: last + room,
      interval: scale.choices ? room : 1 / steps,
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { hideOverlap: true, formatter: position => (isWithin(position) && isTick(position) ? hpo.cut(scale.label(scale.value(position)), 14) : '') },
    };
  };

  hpo.cut = (text, width) => (text.length <= width ? text : text.slice(0, width - 1) + '\u2026');
})();
