// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.confirm.ConfirmPlan;
import dev.hpo.junit.Confirm;
import dev.hpo.junit.PopulationTest;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.TuningTest;
import dev.hpo.space.VisibleText;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a tuning test is set to: a configuration parameter where one is given, else the annotation's attribute. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Settings {

    /** The configuration parameter by which a test knows that {@code TuningLauncher} runs it. */
    public static final String LAUNCHER = "dev.hpo.launcher";

    private static final int USUAL_KEEP = 20;
    private static final Duration USUAL_AGE = Duration.ofDays(30);

    /** That of the annotation where it is left out, as far as can be seen. */
    private static final int USUAL_TRIALS = 50;

    private final String test;
    private final Attributes declared;
    private final Function<String, Optional<String>> parameters;
    private final GivenValues values;

    /**
     * Creates the settings of a test.
     *
     * @param test what errors call the test
     * @param declared its annotation
     * @param parameters returns the value of a configuration parameter by its key
     */
    public Settings(String test, Attributes declared, Function<String, Optional<String>> parameters) {
        this.test = test;
        this.declared = declared;
        this.parameters = parameters;
        this.values = new GivenValues(test, declared.name(), parameters);
    }

    private TuningTest tuning() {
        return declared.tuning().orElseThrow();
    }

    /** Returns what the annotation of its population is set to; empty for an ordinary study. */
    public Optional<PopulationSettings> population() {
        return declared.population().map(annotation -> new PopulationSettings(annotation, values));
    }

    /** Returns how many trials there are at most. Not of a population, whose sampler ends it. */
    public int trials() {
        return (int) values.whole(Setting.TRIALS, tuning().trials(), 1, Integer.MAX_VALUE);
    }

    /**
     * Returns how many full trainings' worth of steps may be spent; empty if it is trials that count. Which of both a configuration parameter says goes
     * before which of both the annotation says.
     *
     * @throws TuningConfigurationException if the value is not right, or if both are given in one place
     */
    public OptionalInt trainings() {
        boolean isGiven = text(Setting.TRAININGS).isPresent();
        boolean isOfTrials = text(Setting.TRIALS).isPresent();
        if (isGiven && isOfTrials) {
            throw new TuningConfigurationException(
                    Setting.TRAININGS.key() + " ("
                            + text(Setting.TRAININGS).orElseThrow() + ") must not be given with " + Setting.TRIALS.key()
                            + " ("
                            + text(Setting.TRIALS).orElseThrow()
                            + "), as each says when the study ends; leave out one of the two, also in junit-platform.properties.");
        }
        if (!isGiven && (isOfTrials || tuning().trainings() == TuningTest.BY_TRIALS)) {
            return OptionalInt.empty();
        }
        if (!isGiven && tuning().trials() != USUAL_TRIALS) {
            throw new TuningConfigurationException("@TuningTest trainings (" + tuning().trainings()
                    + ") must not stand beside trials (" + tuning().trials()
                    + "), as each says when the study ends; remove one at " + test + ".");
        }
        return OptionalInt.of((int) values.whole(Setting.TRAININGS, tuning().trainings(), 1, Integer.MAX_VALUE));
    }

    /** Returns the last step of a full training; empty if complete trials have to tell. */
    public OptionalLong steps() {
        return text(Setting.STEPS).isEmpty() && tuning().steps() == TuningTest.UNKNOWN_STEPS
                ? OptionalLong.empty()
                : OptionalLong.of(values.whole(Setting.STEPS, tuning().steps(), 1, Long.MAX_VALUE));
    }

    /** Returns how long new trials may start; empty for no limit. */
    public Optional<Duration> timeout() {
        Optional<String> given = text(Setting.TIMEOUT);
        if (given.isPresent()) {
            return Optional.of(
                    Durations.parse(given.get()).orElseThrow(() -> values.badText(Setting.TIMEOUT, given.get())));
        }
        String attribute = declared.get(TuningTest::timeout, PopulationTest::timeout);
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Durations.parse(attribute).orElseThrow(() -> values.bad(Setting.TIMEOUT, '"' + attribute + '"')));
    }

    /** Returns after how many trials without a better value to stop; empty for never. */
    public OptionalInt patience() {
        int patience = (int) values.whole(Setting.PATIENCE, tuning().patience(), 0, Integer.MAX_VALUE);
        return patience == 0 ? OptionalInt.empty() : OptionalInt.of(patience);
    }

    /** Returns the study's seed; empty if it is made of the study's name. */
    public OptionalLong seed() {
        Optional<String> given = text(Setting.SEED);
        if (given.isPresent()) {
            return OptionalLong.of(values.whole(Setting.SEED, given.get()));
        }
        long seed = declared.get(TuningTest::seed, PopulationTest::seed);
        return seed == TuningTest.DERIVED_SEED ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns how far the trials of an ordered concurrent study may overlap. */
    public int window() {
        int attribute = declared.get(TuningTest::window, PopulationTest::window);
        boolean isByMembers = population().isPresent() && attribute == PopulationTest.BY_MEMBERS;
        int usual = isByMembers ? population().orElseThrow().atOnce() : attribute;
        return (int) values.whole(Setting.WINDOW, usual, 1, Integer.MAX_VALUE);
    }

    /** Returns whether a concurrent study repeats exactly. */
    public boolean ordered() {
        return values.flag(Setting.ORDERED, declared.get(TuningTest::ordered, PopulationTest::ordered));
    }

    /** Returns whether the first failed trial ends the study. */
    public boolean failFast() {
        return values.flag(Setting.FAIL_FAST, declared.get(TuningTest::failFast, PopulationTest::failFast));
    }

    /** Returns whether the test fails if more than half of the trials have. */
    public boolean failIfMostFail() {
        return values.flag(
                Setting.FAIL_IF_MOST_FAIL, declared.get(TuningTest::failIfMostFail, PopulationTest::failIfMostFail));
    }

    /**
     * Returns how what the search finds is confirmed; empty if it is not.
     *
     * @param annotation the annotation that asks for it, if there is one
     */
    public Optional<Confirmations> confirm(Optional<Confirm> annotation) {
        OptionalInt top = confirm(
                Setting.CONFIRM_TOP, 1, annotation.map(Confirm::top).filter(number -> number != Confirm.USUAL_TOP));
        OptionalInt repeats = confirm(Setting.CONFIRM_REPEATS, 2, annotation.map(Confirm::repeats));
        return values.flag(Setting.CONFIRM, annotation.isPresent())
                ? Optional.of(new Confirmations(top, repeats.orElse(ConfirmPlan.REPEATS)))
                : Optional.empty();
    }

    /** Returns which configuration parameters say how to confirm and have no effect, as nobody says that anything is confirmed. */
    public List<String> idleConfirmations(Optional<Confirm> annotation) {
        return annotation.isPresent() || text(Setting.CONFIRM).isPresent()
                ? List.of()
                : Stream.of(Setting.CONFIRM_TOP, Setting.CONFIRM_REPEATS)
                        .filter(setting -> text(setting).isPresent())
                        .map(Setting::key)
                        .toList();
    }

    private OptionalInt confirm(Setting setting, int min, Optional<Integer> attribute) {
        boolean isGiven = text(setting).isPresent();
        int number = attribute.orElse(min);
        if (!isGiven && (number < min || number > ConfirmPlan.MOST)) {
            String name = setting.key().substring(Setting.CONFIRM.key().length() + 1);
            throw new TuningConfigurationException("@Confirm " + name + " (" + number + ") must be " + setting.allowed()
                    + "; change it at " + test + ".");
        }
        return isGiven || attribute.isPresent()
                ? OptionalInt.of((int) values.whole(setting, number, min, ConfirmPlan.MOST))
                : OptionalInt.empty();
    }

    /** Returns which run the test goes on with. */
    public Resume resume() {
        return values.parsed(Setting.RESUME, Resume::parse).orElseGet(Resume.IfSame::new);
    }

    /** Returns the only trial to run, a stored one; empty for a study. */
    public Optional<Replay> replay() {
        return values.parsed(Setting.REPLAY, Replay::parse);
    }

    /** Returns what the test does: it searches if nothing else is said, and goes on with a search if what that has found is to be accepted. */
    public TuningMode mode() {
        TuningMode mode = values.parsed(Setting.MODE, TuningMode::parse).orElse(TuningMode.SEARCH);
        return accept() instanceof Accept.OfRun ? TuningMode.SEARCH : mode;
    }

    /** Returns what is accepted at the end of the test: nothing if nothing is said. */
    public Accept accept() {
        return values.parsed(Setting.ACCEPT, Accept::parse).orElseGet(Accept.Nothing::new);
    }

    /**
     * Returns whether anything is accepted at the end of the test.
     *
     * @throws TuningConfigurationException if it is set to what has no winner as well
     */
    public boolean isAccepting() {
        Accept accept = accept();
        if (accept instanceof Accept.Found && mode() == TuningMode.RETEST) {
            throw new TuningConfigurationException(Setting.ACCEPT.key() + " (true) must not be given with "
                    + Setting.MODE.key() + "=retest, which finds nothing to accept; leave out one of the two.");
        }
        return !(accept instanceof Accept.Nothing);
    }

    /** Returns how many finished runs stay in the file of the study when a new one begins. */
    public int keep() {
        return (int) values.whole(Setting.KEEP, USUAL_KEEP, 1, Integer.MAX_VALUE);
    }

    /** Returns the folder for the files of studies; empty for the usual one. None at all, as of a variable that is not set, would be the working folder. */
    public Optional<Path> directory() {
        return folder(Setting.DIRECTORY);
    }

    /** Returns the folder for what trials can go on from; empty for the usual one. */
    public Optional<Path> checkpoints() {
        return folder(Setting.CHECKPOINTS);
    }

    /** Returns for how long what trials can go on from must not have changed to be removed. */
    public Duration checkpointsAge() {
        return values.parsed(Setting.CHECKPOINTS_AGE, Durations::parse).orElse(USUAL_AGE);
    }

    /** Returns how many bytes all that trials can go on from may take; empty for any number. */
    public OptionalLong checkpointsSize() {
        return values.parsed(Setting.CHECKPOINTS_SIZE, Sizes::parse).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Returns the file that summaries are appended to, in Markdown; empty for none, as where the variable that names the page of a CI job is not set. */
    public Optional<Path> markdown() {
        return text(Setting.MARKDOWN).filter(given -> !given.isEmpty()).flatMap(given -> folder(Setting.MARKDOWN));
    }

    /** Returns the MLflow server that is told of the study; empty for none, as where the variable that names it is not set. */
    public Optional<URI> mlflow() {
        return text(Setting.MLFLOW).filter(given -> !given.isEmpty()).map(given -> ServerAddress.parse(given)
                .orElseThrow(() -> values.badText(Setting.MLFLOW, ServerAddress.withoutSecrets(given))));
    }

    /** Returns the folder for the files of TensorBoard; empty for none. */
    public Optional<Path> tensorBoard() {
        return folder(Setting.TENSORBOARD);
    }

    private Optional<Path> folder(Setting setting) {
        return text(setting).map(given -> {
            try {
                if (!given.isEmpty()) {
                    return TypedPath.of(given);
                }
            } catch (InvalidPathException e) {
                throw values.badText(setting, VisibleText.of(given));
            }
            throw values.badText(setting, given);
        });
    }

    /** Returns the configurations to begin with; empty if the test is to say. */
    public Optional<List<String>> tryFirst() {
        return values.parsed(
                Setting.TRY_FIRST, given -> Optional.of(names(given)).filter(names -> !names.isEmpty()));
    }

    /** Returns whether the study is kept in a file, not in memory alone. */
    public boolean isKept() {
        return values.parsed(Setting.STORAGE, Settings::isJournal).orElse(true);
    }

    private static Optional<Boolean> isJournal(String storage) {
        return Optional.of(storage.equals("journal")).filter(isJournal -> isJournal || storage.equals("memory"));
    }

    /**
     * Returns whether the test takes part in a run that other processes may have in hand as well.
     *
     * @throws TuningConfigurationException if it is also set to what such a run cannot be
     */
    public boolean isJoined() {
        boolean isJoined = values.flag(Setting.JOIN, false);
        if (isJoined) {
            requireNot(text(Setting.ORDERED).isPresent() && values.flag(Setting.ORDERED, false), Setting.ORDERED);
            requireNot(text(Setting.WINDOW).isPresent(), Setting.WINDOW);
            requireNot(!isKept(), Setting.STORAGE);
            requireNot(text(Setting.RESUME).isPresent(), Setting.RESUME);
        }
        return isJoined;
    }

    private void requireNot(boolean isSo, Setting setting) {
        if (isSo) {
            throw new TuningConfigurationException(
                    setting.key() + " ("
                            + text(setting).orElse("") + ") must not be given with " + Setting.JOIN.key()
                            + ": a run that processes share is in a file, has its trials in any order and goes on as it is. Leave out one of the two.");
        }
    }

    /** Returns the options of the pruner that are given as configuration parameters, by their names. */
    public Map<String, String> prunerOptions() {
        return PrunerKeys.given(parameters);
    }

    /**
     * Checks what is not asked for before a trial has ended.
     *
     * @throws TuningConfigurationException if a value is not right
     */
    public void check() {
        OtherKind.check(declared, values, prunerOptions());
        population().ifPresent(PopulationSettings::check);
        failFast();
        failIfMostFail();
        isKept();
        keep();
        directory();
        checkpoints();
        checkpointsAge();
        checkpointsSize();
        markdown();
        mlflow();
        tensorBoard();
        tryFirst();
        resume();
        isJoined();
        isAccepting();
        accept().requireAlone(this::text);
    }

    /** Returns the names in a text that has commas between them. */
    public static List<String> names(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns the configuration parameter of a setting, if one is given. */
    public Optional<String> text(Setting setting) {
        return values.text(setting);
    }

    /** Returns how a setting is given where the test is run, without its value. */
    public String option(Setting setting) {
        return values.option(setting);
    }
}
