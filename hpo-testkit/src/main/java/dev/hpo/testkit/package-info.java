/** Contract suites for samplers, pruners and storages, and benchmark functions with known optima. */
@NullMarked
package dev.hpo.testkit;

import org.jspecify.annotations.NullMarked;
