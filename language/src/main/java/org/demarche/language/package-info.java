/** The sentence model: words to tags, trees and names in one pass of a small network, through ONNX Runtime. */
@NullMarked
package org.demarche.language;

import org.jspecify.annotations.NullMarked;
