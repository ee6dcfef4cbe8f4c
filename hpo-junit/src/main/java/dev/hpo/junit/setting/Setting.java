// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.junit.TuningConfigurationException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The configuration parameters there are. */
@API(status = Status.INTERNAL, since = "0.1")
public enum Setting {
    TRIALS("trials", "a whole number of at least 1", "50"),
    TIMEOUT("timeout", "a number and one of ms, s, m, h and d", "10m"),
    PATIENCE("patience", "a whole number, 0 for no end", "20"),
    TRAININGS("trainings", "a whole number of at least 1", "50"),
    STEPS("steps", "a whole number of at least 1", "30"),
    MEMBERS("members", "a whole number of at least 1", "8"),
    GENERATIONS("generations", "a whole number of at least 1", "20"),
    SEGMENT("segment", "a whole number of at least 1", "5"),
    ASYNCHRONOUS("asynchronous", "true or false", "true"),
    EXPLORER("explorer", "drift, perturb, resample or model", "perturb"),
    FACTORS("factors", "two numbers with a comma between, one above 0 and below 1 and one above 1", "0.8,1.2"),
    CHILDREN("children", "a whole number of at least 1", "4"),
    REPLAYS("replays", "a whole number from 0 to 1000", "3"),
    NUDGE(
            "nudge",
            "a parameter, * and a factor, or a parameter, = and a value, of a parameter that may change",
            "learningRate*0.5"),
    SEED("seed", "a whole number", "42"),
    WINDOW("window", "a whole number of at least 1", "4"),
    ORDERED("ordered", "true or false", "true"),
    FAIL_FAST("fail-fast", "true or false", "true"),
    FAIL_IF_MOST_FAIL("fail-if-most-fail", "true or false", "true"),
    SAMPLER("sampler", "the name or the class of a sampler", "grid"),
    PRUNER("pruner", "the name or the class of a pruner", "none"),
    CONFIRM("confirm", "true or false", "true"),
    CONFIRM_TOP("confirm.top", "a whole number from 1 to 1000", "8"),
    CONFIRM_REPEATS("confirm.repeats", "a whole number from 2 to 1000", "5"),
    WARM("warm", "true, false, last, or studies and paths with commas between", "true"),
    TRY_FIRST("try-first", "resources and files with commas between", "best.properties"),
    RESUME("resume", "always, never or the number of a run, from 1", "always"),
    REPLAY(
            "replay",
            "the number of a stored trial, from 0, or that of its run before it, or confirm: before it",
            "3/17"),
    MODE("mode", "search, retest or auto", "retest"),
    ACCEPT("accept", "true, false or the number of a run, from 1", "true"),
    DIRECTORY("directory", "a folder", "studies"),
    CHECKPOINTS("checkpoints", "a folder", "/mnt/shared/checkpoints"),
    CHECKPOINTS_AGE("checkpoints-age", "a number and one of ms, s, m, h and d", "30d"),
    CHECKPOINTS_SIZE("checkpoints-size", "a number and one of MB, GB and TB", "20GB"),
    MARKDOWN("markdown", "a file", "summary.md"),
    MLFLOW("mlflow", "the address of a server, without a name or a password", "http://127.0.0.1:5000"),
    TENSORBOARD("tensorboard", "a folder", "tensorboard"),
    KEEP("keep", "a whole number of at least 1", "20"),
    STORAGE("storage", "journal or memory", "memory"),
    JOIN("join", "true or false", "true");

    /** What all keys begin with. */
    public static final String PREFIX = "hpo.";

    private final String name;
    private final String allowed;
    private final String example;

    Setting(String name, String allowed, String example) {
        this.name = name;
        this.allowed = allowed;
        this.example = example;
    }

    /** Returns the key, such as {@code hpo.trials}. */
    public String key() {
        return PREFIX + name;
    }

    /** Returns the name of the attribute that it goes before. */
    String attribute() {
        return name;
    }

    /** Returns how it is given on a command line, without its value. */
    public String option() {
        return "-D" + key();
    }

    /** Returns how it is given to {@code TuningLauncher}, without its value. */
    String launcherOption() {
        return hasLauncherOption() ? "--" + name : option();
    }

    private boolean hasLauncherOption() {
        return switch (this) {
            case TRIALS,
                    TRAININGS,
                    STEPS,
                    TIMEOUT,
                    PATIENCE,
                    MEMBERS,
                    GENERATIONS,
                    SEGMENT,
                    EXPLORER,
                    FACTORS,
                    CHILDREN,
                    REPLAYS,
                    NUDGE,
                    SEED,
                    SAMPLER,
                    PRUNER,
                    REPLAY,
                    RESUME,
                    DIRECTORY,
                    MODE,
                    ACCEPT -> true;
            default -> false;
        };
    }

    /** Returns what values it may have, for people. */
    public String allowed() {
        return allowed;
    }

    /**
     * Returns the error for a value it must not have.
     *
     * @param option how it is given where the test is run
     */
    TuningConfigurationException bad(String value, String option) {
        return new TuningConfigurationException(
                key() + " (" + value + ") must be " + allowed + "; give for instance " + option + "=" + example + ".");
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
