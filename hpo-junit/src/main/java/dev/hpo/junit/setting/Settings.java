// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.confirm.ConfirmPlan;
import dev.hpo.junit.Confirm;
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
    private final TuningTest declared;
    private final Function<String, Optional<String>> parameters;

    /**
     * Creates the settings of a test.
     *
     * @param test what errors call the test
     * @param declared its annotation
     * @param parameters returns the value of a configuration parameter by its key
     */
    public Settings(String test, TuningTest declared, Function<String, Optional<String>> parameters) {
        this.test = test;
        this.declared = declared;
        this.parameters = parameters;
    }

    /** Returns how many trials there are at most. */
    public int trials() {
        return (int) whole(Setting.TRIALS, declared.trials(), 1, Integer.MAX_VALUE);
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
        if (!isGiven && (isOfTrials || declared.trainings() == TuningTest.BY_TRIALS)) {
            return OptionalInt.empty();
        }
        if (!isGiven && declared.trials() != USUAL_TRIALS) {
            throw new TuningConfigurationException("@TuningTest trainings (" + declared.trainings()
                    + ") must not stand beside trials (" + declared.trials()
                    + "), as each says when the study ends; remove one at " + test + ".");
        }
        return OptionalInt.of((int) whole(Setting.TRAININGS, declared.trainings(), 1, Integer.MAX_VALUE));
    }

    /** Returns the last step of a full training; empty if complete trials have to tell. */
    public OptionalLong steps() {
        return text(Setting.STEPS).isEmpty() && declared.steps() == TuningTest.UNKNOWN_STEPS
                ? OptionalLong.empty()
                : OptionalLong.of(whole(Setting.STEPS, declared.steps(), 1, Long.MAX_VALUE));
    }

    /** Returns how long new trials may start; empty for no limit. */
    public Optional<Duration> timeout() {
        Optional<String> given = text(Setting.TIMEOUT);
        if (given.isPresent()) {
            return Optional.of(Durations.parse(given.get()).orElseThrow(() -> badText(Setting.TIMEOUT, given.get())));
        }
        if (declared.timeout().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Durations.parse(declared.timeout())
                .orElseThrow(() -> bad(Setting.TIMEOUT, '"' + declared.timeout() + '"')));
    }

    /** Returns after how many trials without a better value to stop; empty for never. */
    public OptionalInt patience() {
        int patience = (int) whole(Setting.PATIENCE, declared.patience(), 0, Integer.MAX_VALUE);
        return patience == 0 ? OptionalInt.empty() : OptionalInt.of(patience);
    }

    /** Returns the study's seed; empty if it is made of the study's name. */
    public OptionalLong seed() {
        Optional<String> given = text(Setting.SEED);
        if (given.isPresent()) {
            return OptionalLong.of(whole(Setting.SEED, given.get()));
        }
        return declared.seed() == TuningTest.DERIVED_SEED ? OptionalLong.empty() : OptionalLong.of(declared.seed());
    }

    /** Returns how far the trials of an ordered concurrent study may overlap. */
    public int window() {
        return (int) whole(Setting.WINDOW, declared.window(), 1, Integer.MAX_VALUE);
    }

    /** Returns whether a concurrent study repeats exactly. */
    public boolean ordered() {
        return flag(Setting.ORDERED, declared.ordered());
    }

    /** Returns whether the first failed trial ends the study. */
    public boolean failFast() {
        return flag(Setting.FAIL_FAST, declared.failFast());
    }

    /** Returns whether the test fails if more than half of the trials have. */
    public boolean failIfMostFail() {
        return flag(Setting.FAIL_IF_MOST_FAIL, declared.failIfMostFail());
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
        return flag(Setting.CONFIRM, annotation.isPresent())
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
                ? OptionalInt.of((int) whole(setting, number, min, ConfirmPlan.MOST))
                : OptionalInt.empty();
    }

    private <T> Optional<T> parsed(Setting setting, Function<String, Optional<T>> parser) {
        return text(setting).map(given -> parser.apply(given).orElseThrow(() -> badText(setting, given)));
    }

    /** Returns which run the test goes on with. */
    public Resume resume() {
        return parsed(Setting.RESUME, Resume::parse).orElseGet(Resume.IfSame::new);
    }

    /** Returns the only trial to run, a stored one; empty for a study. */
    public Optional<Replay> replay() {
        return parsed(Setting.REPLAY, Replay::parse);
    }

    /** Returns what the test does: it searches if nothing else is said, and goes on with a search if what that has found is to be accepted. */
    public TuningMode mode() {
        TuningMode mode = parsed(Setting.MODE, TuningMode::parse).orElse(TuningMode.SEARCH);
        return accept() instanceof Accept.OfRun ? TuningMode.SEARCH : mode;
    }

    /** Returns what is accepted at the end of the test: nothing if nothing is said. */
    public Accept accept() {
        return parsed(Setting.ACCEPT, Accept::parse).orElseGet(Accept.Nothing::new);
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
        return (int) whole(Setting.KEEP, USUAL_KEEP, 1, Integer.MAX_VALUE);
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
        return parsed(Setting.CHECKPOINTS_AGE, Durations::parse).orElse(USUAL_AGE);
    }

    /** Returns how many bytes all that trials can go on from may take; empty for any number. */
    public OptionalLong checkpointsSize() {
        return parsed(Setting.CHECKPOINTS_SIZE, Sizes::parse).stream()
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
                .orElseThrow(() -> badText(Setting.MLFLOW, ServerAddress.withoutSecrets(given))));
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
                throw badText(setting, VisibleText.of(given));
            }
            throw badText(setting, given);
        });
    }

    /** Returns the configurations to begin with; empty if the test is to say. */
    public Optional<List<String>> tryFirst() {
        return parsed(Setting.TRY_FIRST, given -> Optional.of(names(given)).filter(names -> !names.isEmpty()));
    }

    /** Returns whether the study is kept in a file, not in memory alone. */
    public boolean isKept() {
        return parsed(Setting.STORAGE, Settings::isJournal).orElse(true);
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
        boolean isJoined = flag(Setting.JOIN, false);
        if (isJoined) {
            requireNot(text(Setting.ORDERED).isPresent() && flag(Setting.ORDERED, false), Setting.ORDERED);
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
        return parameters.apply(setting.key()).map(String::strip);
    }

    /** Returns how a setting is given where the test is run, without its value. */
    public String option(Setting setting) {
        return parameters.apply(LAUNCHER).isPresent() ? setting.launcherOption() : setting.option();
    }

    private long whole(Setting setting, long attribute, long min, long max) {
        Optional<String> given = text(setting);
        long value = given.isPresent() ? whole(setting, given.get()) : attribute;
        if (value < min || value > max) {
            throw given.map(text -> badText(setting, text)).orElseGet(() -> bad(setting, String.valueOf(value)));
        }
        return value;
    }

    private long whole(Setting setting, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw badText(setting, text);
        }
    }

    private boolean flag(Setting setting, boolean attribute) {
        Optional<String> given = text(setting);
        if (given.isEmpty()) {
            return attribute;
        }
        return switch (given.get()) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw badText(setting, given.get());
        };
    }

    /** Returns the error for a configuration parameter. */
    private TuningConfigurationException badText(Setting setting, String given) {
        return setting.bad(given, option(setting));
    }

    /** Returns the error for an attribute of the annotation. */
    private TuningConfigurationException bad(Setting setting, String value) {
        String attribute = setting.key().substring(Setting.PREFIX.length());
        return new TuningConfigurationException("@TuningTest " + attribute + " (" + value + ") must be "
                + setting.allowed() + "; change it at " + test + ".");
    }
}
