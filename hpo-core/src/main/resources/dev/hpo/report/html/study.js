// The study as the other scripts see it: what stands in the page as columns becomes trials and parameters.
(() => {
  const data = JSON.parse(document.getElementById('hpo-data').textContent);
  const columns = data.trials;

  /** JSON has no NaN and no infinity, so those stand there as texts. */
  const numeric = value => (typeof value === 'string' ? Number(value) : value);
  const numerics = list => list.map(numeric);
  const pairs = flat => {
    const list = [];
    for (let i = 0; i + 1 < flat.length; i += 2) list.push([flat[i], flat[i + 1]]);
    return list;
  };
  const points = flat => pairs(flat).map(([step, value]) => [step, numeric(value)]);
  const text = place => (place < 0 ? '' : data.texts[place]);

  const trial = place => ({
    place,
    number: columns.number[place],
    state: columns.state[place],
    value: columns.value[place],
    last: numeric(columns.last[place]),
    step: columns.step[place],
    source: columns.source[place],
    parent: columns.parent[place],
    begin: columns.begin[place],
    duration: columns.duration[place],
    failure: text(columns.failure[place]),
    reason: text(columns.reason[place]),
    trace: text(columns.trace[place]),
    attributes: pairs(columns.attributes[place]),
  });

  hpo.study = data.study;
  hpo.all = data.all;
  hpo.trials = columns.number.map((number, place) => trial(place));
  hpo.curve = ({ place }) => points(data.curves[place]);
  hpo.metricCurves = ({ place }) => pairs(data.metricCurves[place] || []).map(([name, flat]) => [name, points(flat)]);
  hpo.findings = data.findings;
  hpo.randomSearch = points(data.randomSearch);
  hpo.confirmation = data.confirmation;
  hpo.population = data.population;
  hpo.earlier = data.earlier.map(run => ({ ...run, improvements: points(run.improvements) }));

  /** What is expected along a parameter: value, expected objective value, and the better and the worse end of its interval. */
  const effect = flat => {
    const list = [];
    for (let i = 0; i + 3 < flat.length; i += 4) list.push({ at: flat[i], expected: numeric(flat[i + 1]), best: numeric(flat[i + 2]), worst: numeric(flat[i + 3]) });
    return list;
  };

  hpo.parameters = data.parameters.map((parameter, place) => {
    const values = numerics(columns.parameters[place]);
    const distinct = new Set(values);
    return {
      ...parameter,
      values,
      effect: effect(data.effects[place]),
      scaled: hpo.scale(parameter),
      varies: distinct.size > 1,
      isAbsentSomewhere: distinct.has(null),
    };
  });

  /** Those that vary, the most important first; those of which that is not known come last. */
  hpo.importance = data.importance;
  const places = new Map(data.importance.parameters.map(({ name }, place) => [name, place]));
  const order = ({ name }) => places.get(name) ?? places.size;
  hpo.varied = hpo.parameters.filter(parameter => parameter.varies).sort((one, other) => order(one) - order(other));
  hpo.valueText = (parameter, { place }) => {
    const value = parameter.values[place];
    return value === null ? '' : parameter.scaled.text(value);
  };
  /** The same with as many digits as people read. */
  hpo.shortText = (parameter, { place }) => {
    const value = parameter.values[place];
    return value === null ? '' : parameter.scaled.short(value);
  };
  hpo.position = (parameter, { place }) => {
    const value = parameter.values[place];
    return value === null ? null : parameter.scaled.position(value);
  };

  hpo.isBetter = (one, other) => (hpo.study.direction === 'MINIMIZE' ? one < other : one > other);
  const byValue = (one, other) => (hpo.study.direction === 'MINIMIZE' ? one.value - other.value : other.value - one.value);
  hpo.complete = hpo.trials.filter(({ value }) => value !== null);
  hpo.leading = [...hpo.complete].sort(byValue);
  hpo.failed = hpo.trials.filter(({ state }) => state === 'failed' || state === 'rejected');
  hpo.stopped = hpo.trials.filter(({ state }) => state === 'pruned' || state === 'paused');
  const numbered = new Map(hpo.trials.map(one => [one.number, one]));
  hpo.trial = number => numbered.get(number);
  hpo.best = numbered.get(hpo.study.best);
  hpo.start = numbered.get(hpo.study.start);

  /** From 0 for the best complete trial to 1 for the worst one. */
  const ranks = new Map(hpo.leading.map((one, rank) => [one.place, hpo.leading.length > 1 ? rank / (hpo.leading.length - 1) : 0]));
  hpo.rank = ({ place }) => ranks.get(place);

  /** The range of values that is drawn: outliers on the bad side would leave no room for the others, but for some that are `always` drawn. */
  hpo.range = (values, always = []) => {
    const finite = values.filter(Number.isFinite).sort((a, b) => a - b);
    if (finite.length === 0) return null;
    const isSmallGood = hpo.study.direction === 'MINIMIZE';
    const at = share => finite[Math.round(share * (finite.length - 1))];
    let low = finite[0];
    let high = finite[finite.length - 1];
    if (isSmallGood) high = Math.min(high, at(0.9) + 1.5 * (at(0.9) - low));
    else low = Math.max(low, at(0.1) - 1.5 * (high - at(0.1)));
    low = Math.min(low, ...always);
    high = Math.max(high, ...always);
    const room = (high - low || Math.abs(high) || 1) * 0.05;
    return { min: low - room, max: high + room, isCut: low > finite[0] || high < finite[finite.length - 1] };
  };
})();
