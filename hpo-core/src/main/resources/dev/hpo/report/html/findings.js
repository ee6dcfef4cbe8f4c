// What is worth a thought, in words.
hpo.findingList = () => {
  if (hpo.findings.length === 0) return;
  const figure = hpo.figure({ id: 'findings', title: 'Worth a thought', isWide: true, note: 'What the trials show, beside the best one.' });
  figure.append(hpo.element('ul', {}, ...hpo.findings.map(({ text }) => hpo.element('li', {}, text))));
};
