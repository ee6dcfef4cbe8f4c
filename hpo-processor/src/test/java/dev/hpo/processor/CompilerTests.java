// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other processors beside ours. */
class CompilerTests {

    private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";

    @ParameterizedTest
    @CsvSource({LOMBOK + "," + Ecj.OURS, Ecj.OURS + "," + LOMBOK})
    void lombokRunsBeforeOrAfter(String first, String second, @TempDir Path folder) {
        List<String> arguments = Ecj.arguments(first + "," + second, folder);
        Cases.files("lombok").forEach(file -> arguments.add(file.toString()));
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int status = ToolProvider.getSystemJavaCompiler().run(null, null, output, arguments.toArray(String[]::new));

        assertThat(status).as(output.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Ecj.generated(folder)).hasSize(7);
    }
}
