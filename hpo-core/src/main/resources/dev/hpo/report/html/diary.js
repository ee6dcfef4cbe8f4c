// What was decided while a population was raised: of a panda what was tried each day and what became of it, of several members who copied whom.
(() => {
  const PART = 200;
  const data = hpo.population;

  const value = segment => (segment ? (segment.trial.value === null ? segment.trial.state : hpo.number(segment.trial.value, 4)) : '');

  const adjusted = segment => data.adjustable.map(place => hpo.parameters[place])
    .filter(({ values }) => values[segment.trial.place] !== null)
    .map(parameter => parameter.name + ' ' + hpo.shortText(parameter, segment.trial)).join(', ');

  const tried = ({ event, control, nudge }) => {
    if (nudge) return nudge.why;
    if (!control) return '';
    return event === 'begun' ? control.why + ': ' + adjusted(control) : control.why;
  };

  /** A row for each day, that opens what the day is about: the nudge, or else what was trained, or the last trial of a child. */
  const ofDays = ({ days }) => days.map(day => ({
    segment: day.nudge || day.control || day.base,
    isWinners: [day.nudge, day.control].some(segment => segment && segment.isWinners),
    isMarked: day.nudge && day.nudge.isWinners,
    group: day.child,
    outcome: day.event,
    cells: [day.child + 1, day.day, tried(day), value(day.base), day.nudge || day.control ? value(day.control) : '', value(day.nudge), day.event, day.why],
  }));

  /** A row for each member that did not simply go on. */
  const ofCopies = ({ segments }) => segments.filter(({ role }) => role === 'copy' || role === 'retreat').map(segment => ({
    segment,
    isWinners: segment.isWinners,
    isMarked: segment.isWinners,
    group: segment.member,
    outcome: segment.role === 'copy' ? 'copies' : 'sets out once more',
    cells: [segment.generation + 1, segment.member, segment.why, value(segment.before), value(segment), segment.trial.number],
  }));

  const COLUMNS = {
    days: [['child', true], ['day', true], ['what was tried'], ['before', true], ['unchanged', true], ['nudged', true], ['outcome'], ['why']],
    copies: [['generation', true], ['member', true], ['what happened'], ['at its beginning', true], ['came to', true], ['trial', true]],
  };

  const filled = ({ columns, rows, figure }) => {
    const view = { text: '', group: null, outcomes: new Set(rows.map(({ outcome }) => outcome)), isWinners: false, shown: PART };
    const status = hpo.element('p', { className: 'note', role: 'status' });
    const body = hpo.element('tbody');
    const more = hpo.element('button', { type: 'button', className: 'more', onclick: () => { view.shown += 5 * PART; update(); } }, 'Show more');
    const row = ({ segment, isMarked, cells }) => {
      const filling = cells.map((text, place) => hpo.element('td', { className: columns[place][1] ? 'number' : 'text' }, text));
      return segment ? hpo.openingRow(() => hpo.showTrial(segment.trial), { className: isMarked ? 'best' : '' }, ...filling) : hpo.element('tr', {}, ...filling);
    };
    const update = () => {
      const wanted = view.text.toLowerCase().split(/\s+/).filter(word => word !== '');
      const found = rows.filter(({ group, outcome, isWinners, cells }) => (view.group === null || group === view.group)
        && view.outcomes.has(outcome) && (isWinners || !view.isWinners)
        && wanted.every(word => cells.join(' ').toLowerCase().includes(word)));
      body.replaceChildren(...found.slice(0, view.shown).map(row));
      more.hidden = found.length <= view.shown;
      status.textContent = found.length + ' of ' + rows.length + (data.isPanda ? ' entries' : ' changes')
        + (data.isPanda && data.allDays > rows.length ? '; the page has ' + rows.length + ' of all ' + data.allDays + ', and diary.txt has the others' : '')
        + '. What has changed the winner is in bold. Click on a row, or press Enter, for all that is known of its trial.';
    };
    const redraw = change => chosen => { Object.assign(view, change(chosen)); view.shown = PART; update(); };
    const search = hpo.element('input', { type: 'search', oninput: () => redraw(text => ({ text }))(search.value) });
    const groups = [...new Set(rows.map(({ group }) => group))].sort((a, b) => a - b);
    const outcomes = [...view.outcomes];
    const word = data.isPanda ? 'child' : 'member';
    figure.controls.append(hpo.labelled('filter', search));
    if (groups.length > 1) {
      figure.controls.append(hpo.choice(word, ['all', ...groups.map(group => (data.isPanda ? group + 1 : group))], 0, redraw(place => ({ group: place === 0 ? null : groups[place - 1] }))));
    }
    if (outcomes.length > 1) {
      figure.controls.append(...outcomes.map(outcome => hpo.checkbox(outcome, true, isOn => {
        view.outcomes[isOn ? 'add' : 'delete'](outcome);
        update();
      })));
    }
    if (rows.some(({ isWinners }) => isWinners)) figure.controls.append(hpo.checkbox('the winner\u2019s only', false, redraw(isWinners => ({ isWinners }))));
    figure.append(status,
      hpo.element('div', { className: 'scroll runs', tabIndex: 0, role: 'region', 'aria-label': 'Table of what was decided' },
        hpo.element('table', {}, hpo.element('thead', {}, hpo.element('tr', {},
          ...columns.map(([name, isNumber]) => hpo.element('th', { scope: 'col', className: isNumber ? 'number' : '' }, name)))), body)),
      more);
    update();
  };

  hpo.diary = model => {
    const rows = data.isPanda ? ofDays(model) : ofCopies(model);
    const figure = hpo.figure({
      id: 'diary',
      title: data.isPanda ? 'Diary' : 'Between generations',
      isWide: true,
      note: data.isPanda
        ? 'What was tried with each child on each day: what it had before, what it came to unchanged and nudged, and which of the two it went on with.'
        : 'Who copied whom, and what was changed then: what the copied segment had come to, and what came of it.',
      empty: rows.length > 0 ? '' : data.isPanda ? 'No day is over.' : 'Nobody has copied another member.',
    });
    if (rows.length > 0) filled({ columns: data.isPanda ? COLUMNS.days : COLUMNS.copies, rows, figure });
  };
})();
