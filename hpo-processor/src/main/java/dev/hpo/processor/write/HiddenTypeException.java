// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import dev.hpo.processor.model.TypeId;
import org.apiguardian.api.API;

/** Thrown if generated code has no name for a type that it needs. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HiddenTypeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient TypeId type;
    private final String hiding;

    HiddenTypeException(TypeId type, String packageName, String root) {
        super("no name for " + type + " in package " + packageName);
        this.type = type;
        this.hiding = root;
    }

    /** Returns the name of the type that cannot be named. */
    public String type() {
        return type.packageName().isEmpty() ? type.display() : type.packageName() + "." + type.display();
    }

    /** Returns the simple name of the type that hides the first part of that name. */
    public String hiding() {
        return hiding;
    }
}
