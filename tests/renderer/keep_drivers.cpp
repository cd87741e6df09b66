// Part of each test program that draws.
#ifdef __SANITIZE_ADDRESS__
// A driver that is unloaded takes the names of its own leaks with it, and tests/checks/leaks.txt goes by
// name.
extern "C" int dlclose(void* library);
extern "C" int dlclose(void* /*library*/) {
    return 0;
}
#endif
