// A population, or a panda: its trials are segments of trainings. What they are, and how the members came to their values, the winner's life above the others'.
(() => {
  const data = hpo.population;
  const MOST = 3000;

  /** The rows of what stands in the page as columns. */
  const rows = columns => columns.trial.map((none, place) => Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[place]])));
  const text = place => (place < 0 ? '' : data.texts[place]);

  const read = () => {
    const segments = rows(data.segments).map(row => ({ ...row, trial: hpo.trial(row.trial), why: text(row.why) }));
    const byTrial = new Map(segments.map(segment => [segment.trial, segment]));
    segments.forEach(segment => { segment.before = byTrial.get(hpo.trial(segment.before)); });
    const of = number => byTrial.get(hpo.trial(number));
    const schedule = rows(data.schedule).map(row => ({ ...row, segment: of(row.trial) })).filter(({ segment }) => segment);
    schedule.forEach(({ segment }) => { segment.isWinners = true; });
    const days = rows({ ...data.days, trial: data.days.child })
      .map(day => ({ ...day, base: of(day.base), control: of(day.control), nudge: of(day.nudge), why: text(day.why) }));
    // What was trained and forgotten, or not gone on with.
    days.forEach(({ event, control, nudge }) => {
      if (control) control.isLeft = event === 'kept' || event === 'rolled back';
      if (nudge) nudge.isLeft = event !== 'kept';
      if (nudge) nudge.isKept = event === 'kept';
    });
    // The winner is the best of all, also where its last nudge was within the noise.
    days.filter(({ nudge }) => nudge).forEach(({ event, nudge, why }) => {
      nudge.outcome = event + (why === '' ? '' : ': ' + why) + (nudge.isWinners && event !== 'kept' ? '; yet the winner came of it' : '');
    });
    return { segments, byTrial, schedule, days };
  };
  const model = data ? read() : { byTrial: new Map() };

  /** The segment that a trial is; undefined if it is none. */
  hpo.segment = trial => model.byTrial.get(trial);

  /** What a trial is, as the console says it. */
  hpo.placeText = trial => {
    const segment = hpo.segment(trial);
    if (!segment) return '';
    if (!data.isPanda) return 'member ' + segment.member + ', generation ' + (segment.generation + 1);
    const kind = { nudge: ', nudged', control: ', unchanged' }[segment.role] || '';
    return 'child ' + (segment.member + 1) + ', day ' + (segment.generation + 1) + kind;
  };

  const count = (number, what) => number + ' ' + what + (number === 1 ? '' : 's');

  const lived = schedule => {
    const steps = schedule[schedule.length - 1].to;
    const copies = schedule.filter(({ segment }) => segment.role === 'copy').length;
    const nudges = schedule.filter(({ segment }) => segment.isKept).length;
    const all = count(data.lived, 'segment') + ', ' + count(steps, 'step');
    // Of a long life only a part is on the page.
    return data.lived > schedule.length ? all : all
      + (data.isPanda ? ', ' + count(nudges, 'nudge') + ' kept' : ', ' + (copies === 0 ? 'never a copy of another member' : count(copies, 'time') + ' a copy of another member'));
  };

  const facts = () => {
    const last = model.schedule[model.schedule.length - 1];
    return hpo.facts([
      ['progress', data.progress],
      ['winner', last ? 'trial ' + last.segment.trial.number + ', ' + hpo.placeText(last.segment.trial) : ''],
      [hpo.study.metric, last ? hpo.number(last.segment.trial.value, 6) : ''],
      ['lived through', last ? lived(model.schedule) : ''],
      ['replayed', data.replayed.join('; ')],
    ]);
  };

  /** So many of the segments, evenly spread. */
  const some = segments => (segments.length <= MOST ? segments : Array.from({ length: MOST }, (none, i) => segments[Math.floor((i * segments.length) / MOST)]));
  hpo.someSegments = some;

  /** What a segment has reported of the objective, or of a metric; what has reported nothing has its value at its end. */
  const curve = (segment, metric) => {
    if (metric !== null) return (hpo.metricCurves(segment.trial).find(([name]) => name === metric) || [null, []])[1].filter(([step]) => step > segment.from);
    if (!segment.curve) {
      const points = hpo.curve(segment.trial);
      segment.curve = points.length > 0 || segment.trial.value === null ? points : [[segment.to, segment.trial.value]];
    }
    return segment.curve;
  };

  /** The same, joined to where it set out from. */
  const joined = (segment, metric) => {
    const before = segment.before ? curve(segment.before, metric).slice(-1) : [];
    return [...before, ...curve(segment, metric)];
  };

  /** The curve of a trial; that of a segment with what it has gone on with, as far as the page has it. */
  hpo.wholeCurve = trial => {
    const parts = [];
    for (let segment = hpo.segment(trial); segment; segment = segment.before) parts.unshift(curve(segment, null));
    return parts.length === 0 ? hpo.curve(trial) : parts.flat();
  };

  /** Whether the winner's values would lie on the axis of a linear scale. */
  const isSpread = (range, ys) => range !== null && ys.length > 0 && range.max > 20 * ys.reduce((least, y) => Math.min(least, y), Infinity);

  const losses = figure => {
    const view = { metric: null, isAll: false, isLog: false };
    const winners = model.schedule.map(({ segment }) => segment);
    const others = some(model.segments.filter(segment => !segment.isWinners && !segment.isLeft));
    const left = some(model.segments.filter(segment => !segment.isWinners && segment.isLeft));
    const values = segments => segments.flatMap(segment => curve(segment, view.metric)).map(([, y]) => y).filter(Number.isFinite);
    const ofObjective = values(model.segments);
    const replays = (data.replays ? data.replays.values : []).filter(value => value !== null);
    const canBeLog = ofObjective.concat(replays).every(y => y > 0);
    const line = (name, points, look) => ({ name, type: 'line', showSymbol: false, silent: true, connectNulls: false, data: points, ...look });
    const together = segments => segments.flatMap(segment => [...joined(segment, view.metric), [null, null]]);
    const ends = segments => segments.flatMap(segment => curve(segment, view.metric).slice(-1).map(([x, y]) => ({ value: [x, y], trial: segment.trial })));
    const faint = (name, segments, colour, opacity) => (segments.length === 0 ? [] : [
      line(name, together(segments), { lineStyle: { color: colour, opacity, width: 1 }, itemStyle: { color: colour } }),
      { name, type: 'scatter', symbolSize: 5, data: ends(segments), itemStyle: { color: colour, opacity } },
    ]);
    const copies = winners.filter(({ role }) => role === 'copy');
    const plot = hpo.canvas(figure, (data.isPanda ? 'Children' : 'Members') + ' over their steps, ' + model.segments.length + ' segments', colours => {
      const all = view.metric === null ? ofObjective : values(model.segments);
      const range = view.isAll ? null : hpo.range(all, values(winners).slice(-1).concat(view.metric === null ? replays : []));
      const last = winners.length === 0 ? 0 : winners[winners.length - 1].to;
      const replayed = view.metric !== null || replays.length === 0 ? [] : [
        { name: 'replayed', type: 'scatter', symbol: 'diamond', symbolSize: 12, z: 6, silent: true, data: replays.map(value => [last, value]), itemStyle: { color: colours.paper, borderColor: colours.earlier, borderWidth: 2 } },
        line('replayed', [0, last].map(x => [x, replays.reduce((sum, value) => sum + value, 0) / replays.length]), { z: 4, lineStyle: { color: colours.earlier, type: 'dotted', width: 2 }, itemStyle: { color: colours.earlier } }),
      ];
      return {
        legend: { data: [...new Set([...(left.length > 0 ? ['not gone on with'] : []), ...(others.length > 0 ? ['others'] : []),
          'winner', ...(copies.length > 0 ? ['winner copied another'] : []), ...replayed.map(({ name }) => name)])] },
        xAxis: { type: 'value', name: 'step', nameLocation: 'middle', nameGap: 26, minInterval: 1, min: 0, splitLine: { show: false } },
        yAxis: { ...hpo.valueAxis(view.metric === null ? range : null, view.isLog && all.every(y => y > 0) && (view.metric !== null || canBeLog)), name: hpo.cut(view.metric === null ? hpo.study.metric : view.metric, 40) },
        series: [
          ...faint('not gone on with', left, colours.pruned, 0.45),
          ...faint('others', others, colours.complete, others.length > 200 ? 0.4 : 0.6),
          line('winner', winners.flatMap(segment => curve(segment, view.metric).map(([x, y]) => ({ value: [x, y], trial: segment.trial }))),
            { silent: false, showSymbol: true, symbol: 'circle', symbolSize: 5, z: 5, lineStyle: { color: colours.best, width: 3 }, itemStyle: { color: colours.best } }),
          ...(copies.length === 0 ? [] : [{ name: 'winner copied another', type: 'scatter', symbol: 'diamond', symbolSize: 13, z: 6, itemStyle: { color: colours.best, borderColor: colours.paper, borderWidth: 1 },
            data: copies.flatMap(segment => joined(segment, view.metric).slice(0, 1).map(([x, y]) => ({ value: [x, y], trial: segment.trial }))) }]),
          ...replayed,
        ],
      };
    });
    const redraw = change => value => { Object.assign(view, change(value)); plot.redraw(); };
    const names = [...new Set(winners.flatMap(({ trial }) => hpo.metricCurves(trial).map(([name]) => name)))].sort();
    if (names.length > 0) figure.controls.append(hpo.choice('of', [hpo.study.metric, ...names], 0, redraw(place => ({ metric: place === 0 ? null : names[place - 1] }))));
    view.isLog = canBeLog && isSpread(hpo.range(ofObjective), values(winners));
    if (canBeLog) figure.controls.append(hpo.checkbox('log scale', view.isLog, redraw(isOn => ({ isLog: isOn }))));
    figure.controls.append(hpo.checkbox('show outliers', false, redraw(isOn => ({ isAll: isOn }))));
  };

  const note = () => (data.isPanda
    ? 'Each child is trained day by day, one segment beside another with a nudge; lines join what went on from one another. '
    : 'Members train segment by segment, and the worst go on from copies of the best; lines join what went on from one another. ')
    + 'Click on a mark for all that is known of a segment.'
    + ([false, true].some(isLeft => model.segments.filter(segment => !segment.isWinners && Boolean(segment.isLeft) === isLeft).length > MOST)
      ? ' Some of ' + model.segments.length + ' segments are drawn.' : '');

  hpo.raised = () => {
    if (!data) return;
    const figure = hpo.figure({
      id: 'population',
      title: data.isPanda ? 'Panda' : 'Population',
      isWide: true,
      note: note(),
      empty: model.segments.length === 0 ? 'No segment has begun.' : '',
    });
    if (model.segments.length === 0) return;
    figure.insertBefore(hpo.element('dl', {}, ...facts()), figure.controls);
    losses(figure);
    hpo.schedule(model);
    hpo.diary(model);
  };
})();
