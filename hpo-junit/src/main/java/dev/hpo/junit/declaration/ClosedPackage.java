// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A package that a module does not open to this one, which is unnamed on the class path.
 *
 * @param module the name of the module
 * @param name the name of the package
 * @param reader this module
 */
@API(status = Status.INTERNAL, since = "0.1")
public record ClosedPackage(String module, String name, Module reader) {

    /** Returns the package of a type, from which this module cannot take what it needs. */
    public static ClosedPackage of(Class<?> type) {
        return new ClosedPackage(
                String.valueOf(type.getModule().getName()), type.getPackageName(), ClosedPackage.class.getModule());
    }

    /** Returns whether nothing of a type's package can be had but what is public and exported. */
    public static boolean isAround(Class<?> type) {
        return !type.getModule().isOpen(type.getPackageName(), ClosedPackage.class.getModule());
    }

    /** Returns what its user has to do, for the end of an error. */
    public String advice() {
        String to = reader.isNamed() ? " to " + reader.getName() : "";
        return "write \"opens " + name + to + ";\" in the module-info.java of " + module
                + ", or run the tests with --add-opens " + module + "/" + name + "="
                + (reader.isNamed() ? reader.getName() : "ALL-UNNAMED");
    }
}
