// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.hpo.processor.model.SpaceFile;
import dev.hpo.processor.model.SpaceModel;
import javax.lang.model.element.Modifier;
import org.apiguardian.api.API;

/** Writes the source of a generated search space: equal text for equal models. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SpaceWriter {

    private static final String INDENT = "    ";

    private SpaceWriter() {}

    /** Returns the source of a file. */
    public static String source(SpaceFile file) {
        SpaceModel space = file.space();
        ClassName name = RuntimeNames.ownSpace(space.type());
        TypeSpec.Builder type = SpaceCode.type(space, name)
                .addAnnotation(RuntimeNames.GENERATED_SPACE)
                .addModifiers(Modifier.FINAL)
                .addField(root(name));
        if (file.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (file.touchesDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        return JavaFile.builder(space.type().packageName(), type.build())
                .addFileComment("Generated from $L; do not edit.", space.type().display())
                .indent(INDENT)
                .build()
                .toString();
    }

    private static FieldSpec root(ClassName name) {
        return FieldSpec.builder(name, "SPACE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T($T.root())", name, RuntimeNames.SCOPE)
                .build();
    }
}
