# What is installed works by itself: makes the same book as the build tree.
#
#   cmake -DBUILD=… -DSOURCE=… -P install.cmake

set(prefix ${BUILD}/installed)
file(REMOVE_RECURSE ${prefix})

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY
    OUTPUT_VARIABLE output)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
foreach(file bin/hanji share/hanji/fonts.lock share/hanji/hanji.schema.json
    share/hanji/hanji-theme.schema.json
    share/hanji/themes/council.yaml share/man/man1/hanji.1)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endforeach()

foreach(name hanji hanji-theme)
  file(READ ${prefix}/share/hanji/${name}.schema.json schema)
  string(JSON draft GET "${schema}" "$schema")
endforeach()

set(layout ${SOURCE}/layouts/briefing.yaml)
run(${BUILD}/bin/hanji build ${layout} -o ${prefix}/built.pdf)
run(${prefix}/bin/hanji build ${layout} -o ${prefix}/installed.pdf)
run(${CMAKE_COMMAND} -E compare_files ${prefix}/built.pdf
  ${prefix}/installed.pdf)

# A project of its own, far from the source, finds the themes by name.
file(MAKE_DIRECTORY ${prefix}/project/layouts)
file(WRITE ${prefix}/project/layouts/book.yaml
  "hanji: 1\ndocument: {title: 책}\ntheme: large-print\nbody: [cover]\n")
run(${prefix}/bin/hanji build ${prefix}/project/layouts/book.yaml
  -o ${prefix}/project/book.pdf)
