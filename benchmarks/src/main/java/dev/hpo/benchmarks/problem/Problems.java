// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.testkit.Formulas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Gives the problems that there are. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Problems {

    private Problems() {}

    /** Returns the problems that need no file: test functions, and some of them rotated. */
    public static List<Problem> builtIn() {
        List<Problem> all = new ArrayList<>(SyntheticProblems.all());
        all.addAll(RotatedProblems.all());
        return all;
    }

    /** Returns problems of which a part of the space fails: there their value is NaN. */
    public static List<Problem> failing() {
        return FailingProblems.all();
    }

    /** Returns a problem that asks for no time, of any number of real parameters: a sphere. */
    public static Problem bowl(int dimensions) {
        return new Box(dimensions, -1, 2)
                .problem("bowl" + dimensions, "none", Formulas::sphere, new Problem.Range(0, dimensions));
    }

    /**
     * Returns the problems of all tables in a folder, by name of the file: those of each {@code NAME.json} that describes a
     * CSV file beside it.
     *
     * @throws ProblemException if the folder cannot be read, or a descriptor or its table is not as it should be
     */
    public static List<Problem> inFolder(Path folder) {
        return descriptors(folder).stream()
                .flatMap(file -> inFile(file).stream())
                .toList();
    }

    private static List<Problem> inFile(Path file) {
        try {
            return Table.read(file).problems();
        } catch (ProblemException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ProblemException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the problems of the surrogate {@code lcbench} of YAHPO Gym.
     *
     * @param folder holds its files, or a folder of its name that does
     * @param tasks the numbers of OpenML tasks
     * @throws ProblemException if a file cannot be read, or a task is not known
     */
    public static List<Problem> ofSurrogate(Path folder, List<String> tasks) {
        return LcBench.problems(folder, tasks);
    }

    static List<Path> descriptors(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new ProblemException("folder (" + folder + ") must hold descriptors of tables: NAME.json");
            }
            return found;
        } catch (IOException e) {
            throw new ProblemException("folder (" + folder + ") cannot be read: " + e.getMessage(), e);
        }
    }
}
