// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.study.StudyFiles;
import dev.hpo.report.html.HtmlIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a page over all studies of a build. */
@Command(
        name = "index",
        description =
                "Makes a page, index.html, with a line for each study that has its report.html below a folder, such as"
                        + " that of a build with many modules.")
final class IndexCommand extends KeptCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            converter = FolderText.class,
            defaultValue = ".",
            description = "The folder, which gets the page; the working folder by default.")
    private String folder = ".";

    @Override
    boolean isDone() {
        Path all = Path.of(folder).toAbsolutePath().normalize();
        if (!Files.isDirectory(all)) {
            throw new CommandException("DIR (" + all + ") must be a folder that is there.");
        }
        try {
            if (!HtmlIndex.isFree(all)) {
                throw new CommandException("DIR (" + all + ") must have no " + HtmlIndex.NAME
                        + " of somebody else, as the page over its studies is called so; name another folder.");
            }
            HtmlIndex index = HtmlIndex.ofAll(all);
            StudyFiles files = new StudyFiles(all);
            files.writeIndex(index);
            files.fault().ifPresent(fault -> {
                throw new UncheckedIOException(fault, new IOException(fault));
            });
            print(all.resolve(HtmlIndex.NAME) + ": " + (index.size() == 1 ? "1 study" : index.size() + " studies"));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(all + " must be readable: " + e.getMessage(), e);
        }
    }
}
