// The one place where stb's implementation is compiled; it is not held to our warnings.
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>
