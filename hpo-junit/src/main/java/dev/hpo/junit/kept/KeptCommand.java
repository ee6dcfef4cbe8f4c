// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.launch.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine.Command;

/** A command about what is kept, which prints lines and says whether all is well. */
@Command(
        mixinStandardHelpOptions = true,
        version = "hpo 0.1",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is done",
            "1:a file cannot be read or written, or is damaged",
            "2:the command line is not right, or names what is not there"
        })
@API(status = Status.INTERNAL, since = "0.1")
public abstract class KeptCommand implements Callable<Integer> {

    private final List<String> lines = new ArrayList<>();

    /** Returns all commands. */
    public static List<Object> all() {
        return List.of(
                new StudiesCommand(),
                new ShowCommand(),
                new BestCommand(),
                new SummaryCommand(),
                new IndexCommand(),
                new ExportCommand(),
                new DeleteCommand(),
                new CheckCommand());
    }

    /** Does what the command is for, and returns whether all is well. */
    abstract boolean isDone();

    final void print(String line) {
        lines.add(line);
    }

    @Override
    public final Integer call() {
        boolean isDone = isDone();
        if (!lines.isEmpty()) {
            Console.print(String.join("\n", lines));
        }
        try {
            return Console.isHeard() && isDone ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
